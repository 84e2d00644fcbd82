import type { EnvironmentsFile } from "../../config/environments/file.ts";
import type { Unit } from "../../document/part.ts";
import type { Cursor } from "../completion/cursor.ts";
import type { Context } from "../context.ts";

/** Where completion in an environments file is asked for. */
export interface Place {
  readonly unit: Unit;
  readonly cursor: Cursor;
  readonly typed: string;
  readonly file: EnvironmentsFile;
  readonly context: Context;
}
