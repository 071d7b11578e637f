import type { TestResult } from '../../model/evidence.ts';
import { failureOf } from './failure.ts';

/** Characters of the texts in one failure that are gathered. */
const MOST = 20_000;

/** What a test in XML says of its failure in elements of its own: `<message>` and `<stack-trace>` of NUnit and xUnit.net, `Message` and `StackTrace` of TRX. */
export class XmlFailure {
  readonly #message: string;
  readonly #trace: string;
  readonly #texts = new Map<string, string>();
  #open: string | undefined;

  /** @param message name of the element with the message, `trace` that of the one with the trace. */
  constructor(message: string, trace: string) {
    this.#message = message;
    this.#trace = trace;
  }

  /** An element begins. */
  open(name: string): void {
    if (name === this.#message || name === this.#trace) this.#open = name;
  }

  text(part: string): void {
    if (this.#open === undefined) return;
    const known = this.#texts.get(this.#open) ?? '';
    if (known.length < MOST) this.#texts.set(this.#open, known + part);
  }

  /** An element ends. */
  close(name: string): void {
    if (name === this.#open) this.#open = undefined;
  }

  /** The failure as a part of a result; what was gathered is forgotten. */
  take(): Pick<TestResult, 'failure'> {
    const [message, trace] = [this.#texts.get(this.#message), this.#texts.get(this.#trace)];
    this.#texts.clear();
    this.#open = undefined;
    return failureOf({ message, trace });
  }
}
