# src/ is built to its plan.
.ci/house "$BUILD"
