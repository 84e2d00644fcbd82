/** What a user sees and does in VS Code, in the words of a user. Every method waits for what it names. */
import type { Locator, Page } from "playwright-core";
import { screenshot } from "./page.ts";

/** The open quick pick or input box. */
export interface QuickPick {
  title: string;
  /** The input's placeholder. */
  placeholder: string;
  /** Each row as its screen-reader text: label, description and detail. */
  items: string[];
}

/** The open modal dialog. */
export interface Dialog {
  message: string;
  detail: string;
  buttons: string[];
}

/** A key binding that the tests' VS Code has: what a test leaves behind is put away by one key. */
export const tidyKey = {
  key: "ctrl+f9",
  command: "runCommands",
  args: {
    commands: [
      "notifications.clearAll",
      "workbench.action.closePanel",
      // Unsaved files would be asked about.
      "workbench.action.files.saveFiles",
      "workbench.action.closeAllEditors",
    ],
  },
};

const row = ".quick-input-widget .monaco-list-row";

/** Matches the whole of a label, which VS Code may have cut into highlighted pieces. */
const exactly = (label: string): RegExp => new RegExp(`^\\s*${label.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}\\s*$`);

export class Workbench {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Loads VS Code on the folder of `url` and waits until it can be used. */
  static async open(page: Page, url: string): Promise<Workbench> {
    await page.goto(url);
    await page.locator(".explorer-folders-view .monaco-list-row").first().waitFor({ timeout: 60_000 });
    return new Workbench(page);
  }

  /** Opens a file of the folder by its name, through Quick Open where it is not in front, and puts the cursor at its start. */
  async openFile(name: string): Promise<void> {
    const tab = this.page.locator(`.editor-group-container.active .tab.active[data-resource-name="${name}"]`);
    if (await tab.isVisible()) await tab.click();
    else await this.#quickly("ControlOrMeta+P", name, name);
    await tab.waitFor();
    await this.editor.locator(".view-lines").waitFor();
    await this.#cursor();
    await this.page.keyboard.press("ControlOrMeta+Home");
  }

  /** Runs a command by its full title, such as `Cognito App Client: New Spec…`, from the command palette. */
  async runCommand(title: string): Promise<void> {
    await this.#quickly("F1", title, title);
  }

  async #quickly(key: string, text: string, label: string): Promise<void> {
    const start = key === "F1" ? ">" : "";
    // Where the list opens under the mouse, a tooltip opens over its rows.
    await this.page.mouse.move(0, 0);
    const input = this.page.locator(".quick-input-widget input.input");
    const wanted = this.page
      .locator(row)
      .filter({ has: this.page.locator(".label-name", { hasText: exactly(label) }) });
    await this.page.keyboard.press(key);
    // As for a user: a tab that is still being closed takes the focus, which closes the list, so one asks for it again.
    for (let tries = 6; ; tries--) {
      const isTaken = await this.#take(input, start + text, wanted.first()).catch((error: unknown) => {
        if (tries === 1) throw error;
        return false;
      });
      if (isTaken) break;
      if (!(await input.isVisible())) await this.page.keyboard.press(key);
    }
    await wanted.first().waitFor({ state: "hidden" });
  }

  async #take(input: Locator, text: string, wanted: Locator): Promise<true> {
    await input.waitFor({ timeout: 5_000 });
    await input.fill(text, { timeout: 5_000 });
    await wanted.click({ timeout: 5_000 });
    return true;
  }

  /** The editor in front. */
  get editor(): Locator {
    return this.page.locator(".editor-group-container.active .monaco-editor[role='code']").first();
  }

  /** The visible text of the editor in front, line by line (short files only: what is scrolled out is missing). */
  async text(): Promise<string> {
    const lines = await this.editor.locator(".view-line").evaluateAll((elements) =>
      elements
        .map((element) => ({
          top: Number.parseFloat((element as HTMLElement).style.top),
          text: element.textContent ?? "",
        }))
        .sort((a, b) => a.top - b.top)
        .map(({ text }) => text.replaceAll("\u00a0", " ")),
    );
    return lines.join("\n");
  }

  /** Waits until the editor in front shows `text` in one of its lines. */
  async shows(text: string): Promise<void> {
    // VS Code writes spaces of the text as no-break spaces.
    const pattern = new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(" ", "[ \\u00a0]"));
    await this.editor.locator(".view-line", { hasText: pattern }).first().waitFor();
  }

  /** Puts the cursor on a line and column, both counted from 1. */
  async goTo(line: number, column = 1): Promise<void> {
    await this.page.keyboard.press("Control+G");
    await this.page.locator(".quick-input-widget input.input").fill(`:${line},${column}`);
    await this.page.keyboard.press("Enter");
    await this.page.locator(".quick-input-widget").waitFor({ state: "hidden" });
    await this.#cursor();
    // Keys that come before the editor is all there again are lost.
    await this.page
      .locator("[id='status.editor.selection']", { hasText: new RegExp(`Ln ${line}, Col ${column}\\b`) })
      .waitFor();
  }

  /** Waits until the editor in front has the focus: VS Code gives it some time after it has shown the text. */
  async #cursor(): Promise<void> {
    const input = ":is(.native-edit-context, textarea):focus";
    await this.page
      .locator(`.editor-group-container.active .monaco-editor.focused ${input}`)
      .first()
      .waitFor({ state: "attached" });
  }

  /** Types into what has the focus, key by key, as a user would. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text, { delay: 20 });
  }

  /** Presses a key, in Playwright's spelling (`Enter`, `ControlOrMeta+S`). */
  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
  }

  /** Saves the file in front and waits until it is on disk. */
  async save(): Promise<void> {
    await this.page.keyboard.press("ControlOrMeta+S");
    await this.page.locator(".tab.active:not(.dirty)").waitFor();
  }

  /**
   * Presses a key until what it opens is there. As for a user, the first press may come too early: VS Code shows an
   * empty answer while the extension is still waking up.
   */
  async #until(wanted: Locator, key: string): Promise<void> {
    for (let tries = 4; tries > 1 && !(await wanted.isVisible()); tries--) {
      await this.page.keyboard.press(key);
      const shown = await wanted.waitFor({ timeout: 5_000 }).then(
        () => true,
        () => false,
      );
      if (shown) return;
    }
    await wanted.waitFor();
  }

  /** The labels that completion offers; asks for it (Ctrl+Space) unless the list is already open. */
  async completionItems(): Promise<string[]> {
    const rows = this.page.locator(".suggest-widget.visible .monaco-list-row");
    await this.#until(rows.first(), "Control+Space");
    return rows.locator(".label-name").allTextContents();
  }

  /** Waits for a label in the completion list, takes it, and waits until the text holds it. */
  async complete(label: string): Promise<void> {
    await this.completionItems();
    const item = this.page.locator(".suggest-widget.visible .monaco-list-row", {
      has: this.page.locator(".label-name", { hasText: exactly(label) }),
    });
    await item.first().click();
    await item.first().waitFor({ state: "hidden" });
    await this.shows(label.replaceAll('"', ""));
  }

  /** Waits until the completion list proposes `label`, the row that Enter would take, and presses the key. */
  async take(label: string, key = "Enter"): Promise<void> {
    const proposed = this.page.locator(".suggest-widget.visible .monaco-list-row.focused .label-name");
    await proposed.filter({ hasText: new RegExp(`^"?${label.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}"?$`) }).waitFor();
    await this.page.keyboard.press(key);
  }

  /** Whether a completion list is open now. */
  async isProposing(): Promise<boolean> {
    return this.page.locator(".suggest-widget.visible .monaco-list-row").first().isVisible();
  }

  /** Puts a text on the clipboard, pastes it into the editor and waits until it is there: VS Code drops a paste that is typed over. */
  async paste(text: string): Promise<void> {
    await this.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await this.page.keyboard.press("ControlOrMeta+V");
    for (const line of text.split("\n").filter((each) => each.trim() !== ""))
      await this.editor.locator(".view-line", { hasText: line.trim() }).first().waitFor();
  }

  /** The text of the hover over the first place where the editor shows `text`. */
  async hover(text: string): Promise<string> {
    const place = this.editor.locator(".view-line span span", { hasText: text }).first();
    // The workbench has hovers of its own, over tabs and icons.
    const shown = this.page.locator(".monaco-resizable-hover").filter({ visible: true }).first();
    const read = shown.locator(".hover-contents, .markdown-hover, .marker").first();
    // As for a user: what changes beneath the mouse while the hover is on its way takes it away, so one points again.
    for (let tries = 6; ; tries--) {
      await this.page.mouse.move(0, 0);
      await place.hover();
      const isShown = await read.waitFor(tries > 1 ? { timeout: 5_000 } : {}).then(
        () => true,
        (error: unknown) => {
          if (tries === 1) throw error;
          return false;
        },
      );
      if (isShown) return shown.innerText();
    }
  }

  /** Waits until the editor shows this many squiggles of a severity. */
  async squiggles(severity: "error" | "warning" | "info" | "hint", count: number): Promise<void> {
    const marks = this.editor.locator(severity === "hint" ? ".squiggly-hint" : `.squiggly-${severity}`);
    if (count === 0) await marks.first().waitFor({ state: "hidden" });
    else await marks.nth(count - 1).waitFor({ state: "attached" });
  }

  /** Opens the Problems panel and returns its rows (message, source, code, position), file rows left out. */
  async problems(): Promise<string[]> {
    const panel = this.page.locator(".markers-panel");
    if (!(await panel.isVisible())) await this.runCommand("View: Focus Problems (Errors, Warnings, Infos)");
    await panel.waitFor();
    const rows = panel.locator(".monaco-list-row");
    return rows.filter({ has: this.page.locator(".marker-icon") }).allInnerTexts();
  }

  /** Clicks the lowest code lens that says `text`. What VS Code shows before it has asked again is no button yet. */
  async lens(text: string): Promise<void> {
    const found = this.editor.locator(".codelens-decoration").getByRole("button", { name: text });
    await found.first().waitFor();
    const tops = await found.evaluateAll((all) => all.map((each) => each.getBoundingClientRect().top));
    const lowest = found.nth(tops.indexOf(Math.max(...tops)));
    // As a hand does: what a tooltip of where the mouse rested covers is free once the mouse has left.
    const box = await lowest.boundingBox();
    if (box) await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await lowest.click();
  }

  /** Opens the quick fixes at the cursor and returns their titles. */
  async quickFixes(): Promise<string[]> {
    const rows = this.page.locator(".action-widget .monaco-list-row.action");
    await this.#until(rows.first(), "ControlOrMeta+.");
    return (await rows.allInnerTexts()).map((title) => title.trim());
  }

  /** Applies the quick fix of this title at the cursor. */
  async applyFix(title: string): Promise<void> {
    const rows = this.page.locator(".action-widget .monaco-list-row.action");
    if (!(await rows.first().isVisible())) await this.quickFixes();
    await rows.filter({ hasText: title }).first().click();
    await rows.first().waitFor({ state: "hidden" });
  }

  /** Waits for a quick pick or input box whose title, placeholder or message holds `about`, and reads it. */
  async quickPick(about: string | RegExp = ""): Promise<QuickPick> {
    const widget = this.page.locator(".quick-input-widget").filter({ visible: true });
    await widget
      .filter({ hasText: about })
      .or(widget.filter({ has: this.page.getByPlaceholder(about) }))
      .first()
      .waitFor();
    const rows = this.page.locator(row);
    const items = (await rows.evaluateAll((all) => all.map((one) => one.getAttribute("aria-label") ?? ""))) as string[];
    return {
      title: await widget.locator(".quick-input-title").innerText(),
      placeholder: (await widget.locator("input.input").getAttribute("placeholder")) ?? "",
      items,
    };
  }

  /** Takes the row of the open quick pick that shows `label`. */
  async pick(label: string): Promise<void> {
    await this.page.locator(row, { hasText: label }).first().click();
  }

  /** Waits until the open quick pick shows a row with this text. */
  async offered(text: string): Promise<void> {
    await this.page.locator(row, { hasText: text }).first().waitFor();
  }

  /** Presses the back button of the open quick pick. */
  async back(): Promise<void> {
    await this.page.locator(".quick-input-titlebar").getByRole("button", { name: "Back" }).click();
  }

  /** Waits until no quick pick is open. */
  async noQuickPick(): Promise<void> {
    await this.page.locator(".quick-input-widget").waitFor({ state: "hidden" });
  }

  /** Waits until no modal dialog is open. */
  async noDialog(): Promise<void> {
    await this.page.locator(".monaco-dialog-box").waitFor({ state: "hidden" });
  }

  /** Waits for the modal dialog and reads it. */
  async dialog(): Promise<Dialog> {
    const box = this.page.locator(".monaco-dialog-box");
    await box.waitFor();
    const detail = box.locator(".dialog-message-detail");
    return {
      message: await box.locator(".dialog-message-text").innerText(),
      detail: (await detail.isVisible()) ? await detail.innerText() : "",
      buttons: await box.locator(".dialog-buttons .monaco-button").allInnerTexts(),
    };
  }

  /** Presses a button of the modal dialog, as often as is said, and waits until the dialog is gone. */
  async answer(button: string, { clickCount = 1 } = {}): Promise<void> {
    const box = this.page.locator(".monaco-dialog-box");
    await box.getByRole("button", { name: button, exact: true }).click({ clickCount });
    await box.waitFor({ state: "hidden" });
  }

  /** The messages of the notifications that are shown as toasts now, newest first. */
  async notifications(): Promise<string[]> {
    return this.page.locator(".notification-toast .notification-list-item-message").allInnerTexts();
  }

  /**
   * Waits for a toast that holds `text` and returns its message. What is only in the notification centre was not told: VS Code drops
   * what comes fourth within 800 ms.
   */
  async notification(text: string | RegExp, seconds = 30): Promise<string> {
    const message = this.page.locator(".notification-toast .notification-list-item-message", { hasText: text }).first();
    await message.waitFor({ timeout: seconds * 1000 });
    return message.innerText();
  }

  /** Presses a button of a notification. */
  async pressNotification(button: string): Promise<void> {
    await this.page.locator(".notification-list-item").getByRole("button", { name: button }).first().click();
  }

  /** Saves all files, and closes all editors, the panel and all notifications. */
  async tidy(): Promise<void> {
    await this.page.keyboard.press("Control+F9");
    await this.page.locator(".notification-list-item, .tabs-container .tab").first().waitFor({ state: "hidden" });
  }

  /** What the clipboard holds. */
  clipboard(): Promise<string> {
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  /** Saves a picture of the window in test/e2e/screenshots. */
  screenshot(name: string): Promise<string> {
    return screenshot(this.page, name);
  }
}
