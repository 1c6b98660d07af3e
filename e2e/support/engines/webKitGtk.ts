// WebKitGTK, the nearest to Safari that there is outside of Apple's systems. It
// has a WebDriver and nothing else, and wants a screen.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { Builder, By, Capabilities, until } from "selenium-webdriver";
import { DriverService } from "selenium-webdriver/remote/index.js";

import type { FoundEngine } from "../../../scripts/engines.mjs";
import type { EngineBrowser } from "./engineBrowser.ts";

type Found = Extract<FoundEngine, { kind: "webKitGtk" }>;

/** Longer than any photo takes on a busy machine. */
const SCRIPT_MS = 120_000;
const APPEARANCE_MS = 60_000;

export async function openWebKitGtk(found: Found): Promise<EngineBrowser> {
  const screen = await openScreen(found.display);
  const service = new DriverService.Builder(found.driver)
    .setLoopback(true)
    .setEnvironment({ ...environment(), DISPLAY: screen.display })
    .build();
  const end = async () => {
    try {
      await service.kill();
    } finally {
      screen.close();
    }
  };
  try {
    const driver = await new Builder()
      .usingServer(await service.start())
      .withCapabilities(capabilities(found.browser))
      .build();
    await driver.manage().setTimeouts({ script: SCRIPT_MS });
    return {
      open: (url) => driver.get(url),
      run: async (inPage, argument) => {
        const answer = await driver.executeAsyncScript<Answer<Awaited<ReturnType<typeof inPage>>>>(
          scriptOf(inPage),
          argument,
        );
        if ("error" in answer) throw new Error(answer.error);
        return answer.value;
      },
      press: async (name) => {
        const button = By.xpath(`//button[normalize-space()="${name}" or @aria-label="${name}"]`);
        await (await driver.wait(until.elementLocated(button), APPEARANCE_MS)).click();
      },
      chooseFile: async (path) => {
        const input = By.css('input[type="file"]');
        await (await driver.wait(until.elementLocated(input), APPEARANCE_MS)).sendKeys(path);
      },
      close: async () => {
        try {
          await driver.quit();
        } finally {
          await end();
        }
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
}

type Answer<T> = { readonly value: T } | { readonly error: string };

/** WebDriver awaits a callback, not a promise, and would wait in vain for a rejected one. */
function scriptOf(inPage: (argument: never) => unknown): string {
  return `const [argument, done] = arguments;
    Promise.resolve(argument).then(${String(inPage)})
      .then((value) => done({ value }), (error) => done({ error: String(error) }));`;
}

/** Source: https://github.com/WebKit/WebKit/blob/main/Source/WebDriver/gtk/WebDriverServiceGtk.cpp. */
function capabilities(browser: string): Capabilities {
  const args = ["--automation", "--enable-mock-capture-devices=true"];
  return new Capabilities({
    browserName: "MiniBrowser",
    "webkitgtk:browserOptions": { binary: browser, args },
  });
}

/** A screen that nobody sees, under the first number that is free. */
async function openScreen(program: string) {
  const args = ["-displayfd", "3", "-nolisten", "tcp", "-screen", "0", "1280x1024x24"];
  const server = spawn(program, args, { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const failure = once(server, "exit").then(() => {
    throw new Error(`${program} ended before it had a screen`);
  });
  const [number] = (await Promise.race([once(server.stdio[3]!, "data"), failure])) as [Buffer];
  return {
    display: `:${String(number).trim()}`,
    close: () => {
      server.kill();
    },
  };
}

function environment(): Record<string, string> {
  const set = Object.entries(process.env).filter(([, value]) => value !== undefined);
  return Object.fromEntries(set) as Record<string, string>;
}
