/* Printed by version_gen.c. */
#define UG_MODEL_NAME "model 0C6562D8"
