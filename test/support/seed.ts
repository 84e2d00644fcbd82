import fc from "fast-check";

/** Property tests draw the same cases on every run, so that a red build is about the change; FC_SEED draws others. */
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.FC_SEED ?? 20261122) });
