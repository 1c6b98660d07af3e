/** Writes bits, most significant first; calls chain. */
export class BitWriter {
  readonly #bytes: number[] = [];
  #pending = 0;
  #pendingBits = 0;

  /** The lowest `count` bits of `value`, at most 16. */
  bits(value: number, count: number): this {
    this.#pending = (this.#pending << count) | (value & ((1 << count) - 1));
    this.#pendingBits += count;
    while (this.#pendingBits >= 8) {
      this.#pendingBits -= 8;
      this.#bytes.push((this.#pending >> this.#pendingBits) & 0xff);
    }
    this.#pending &= (1 << this.#pendingBits) - 1;
    return this;
  }

  /** Unsigned Exp-Golomb codes below 65,535. Source: ITU-T H.265, §9.2. */
  ue(...values: readonly number[]): this {
    for (const value of values) {
      const length = 31 - Math.clz32(value + 1);
      this.bits(0, length).bits(value + 1, length + 1);
    }
    return this;
  }

  bytes(values: Iterable<number>): this {
    for (const value of values) this.bits(value, 8);
    return this;
  }

  /** Zeros up to the next whole byte. */
  align(): this {
    return this.#pendingBits === 0 ? this : this.bits(0, 8 - this.#pendingBits);
  }

  /** The stop bit and its zeros. */
  end(): this {
    return this.bits(1, 1).align();
  }

  result(): readonly number[] {
    return this.#bytes;
  }
}
