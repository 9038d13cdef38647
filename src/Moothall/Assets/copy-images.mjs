// The pictures are drawn by hand and need no build; they only move to where the application serves files from.
import { cpSync } from "node:fs";

cpSync(new URL("images/", import.meta.url), new URL("../wwwroot/images/", import.meta.url), { recursive: true });
