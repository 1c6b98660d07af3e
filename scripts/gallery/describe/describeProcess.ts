/** The parent's end of one describing process. */
import type { ChildProcess } from "node:child_process";

import type { BatchRequest, WorkerMessage } from "./workerProtocol.ts";

export interface DescribeProcess {
  /** One batch at a time. */
  describe(request: BatchRequest): Promise<BatchOutcome>;
}

export type BatchOutcome =
  | Extract<WorkerMessage, { readonly kind: "described" }>
  /** The process ended before the batch was written. */
  | { readonly kind: "died"; readonly message: string };

/**
 * Waits until the process has opened its engine.
 *
 * @throws when it ends before that: no photo is to blame
 */
export async function startDescribeProcess(start: () => ChildProcess): Promise<DescribeProcess> {
  const child = start();
  const first = await answerOf(child);
  if (first.kind !== "ready")
    throw new Error(`A describing process did not start: ${messageOf(first)}.`);
  return {
    describe: async (request) => {
      if (child.connected) child.send(request);
      const answer = await answerOf(child);
      if (answer.kind === "cannotWrite")
        throw new Error(`A describing process cannot write: ${answer.message}`);
      return answer.kind === "described" ? answer : { kind: "died", message: messageOf(answer) };
    },
  };
}

type Answer = WorkerMessage | { readonly kind: "died"; readonly message: string };

/** The next message, or the end of the process. */
function answerOf(child: ChildProcess): Promise<Answer> {
  return new Promise((resolve) => {
    const died = () => {
      settle({ kind: "died", message: child.signalCode ?? `status ${String(child.exitCode)}` });
    };
    const onEnd = () => {
      // Whichever comes last: messages are still read after the process has gone.
      if (!child.connected && hasEnded(child)) died();
    };
    const settle = (answer: Answer) => {
      child
        .off("message", settle)
        .off("error", onError)
        .off("exit", onEnd)
        .off("disconnect", onEnd);
      resolve(answer);
    };
    const onError = (e: Error) => {
      settle({ kind: "died", message: e.message });
    };
    child.on("message", settle).on("error", onError).on("exit", onEnd).on("disconnect", onEnd);
    onEnd();
  });
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

function messageOf(answer: Answer): string {
  return "message" in answer ? answer.message : `an answer out of turn (${answer.kind})`;
}
