import { availableParallelism, cpus, loadavg, platform, release, totalmem } from "node:os";

/** Where a run was made, and how busy others kept it. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGB: number;
  readonly system: string;
  readonly node: string;
  readonly browser: string;
  readonly webGl: "software" | "the browser's choice";
  /** Processes that wanted to run, mean of the minute before. */
  readonly loadAtStart: number;
  readonly loadAtEnd?: number;
}

export function describeMachine(browser: string, useGpu: boolean): Machine {
  return {
    processor: cpus()[0]?.model.trim() ?? "unknown",
    cores: availableParallelism(),
    memoryGB: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${release()}`,
    node: process.version,
    browser: `Chromium ${browser}`,
    webGl: useGpu ? "the browser's choice" : "software",
    loadAtStart: currentLoad(),
  };
}

export function currentLoad(): number {
  return Number(loadavg()[0]!.toFixed(1));
}
