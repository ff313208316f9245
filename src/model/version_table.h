/* Printed by version_gen.c. */
#define UG_MODEL_NAME "model 364B308D"
