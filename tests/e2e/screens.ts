// Takes a contact sheet of each page and face into docs/screens, and writes the list of them.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { project } from "./fixtures/backend.ts";
import { test } from "./fixtures/svar.ts";
import { picture, VARIANTS } from "./screens/picture.ts";
import { SCREENS } from "./screens/pages.ts";
import { listing, sheet } from "./screens/sheet.ts";

const FOLDER = join(project, "docs/screens");

test.beforeAll(() => void mkdirSync(FOLDER, { recursive: true }));

for (const screen of SCREENS) {
  test(`${screen.name}: ${screen.title}`, async ({ browser, backend }) => {
    const pictures: Buffer[] = [];
    for (const variant of VARIANTS) pictures.push(await picture(browser, backend.url, screen, variant));
    writeFileSync(join(FOLDER, `${screen.name}.webp`), await sheet(browser, screen.title, pictures));
  });
}

test("the list of the sheets", () => writeFileSync(join(FOLDER, "README.md"), listing(SCREENS)));
