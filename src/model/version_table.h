/* Printed by version_gen.c. */
#define UG_MODEL_NAME "model B1180C34"
