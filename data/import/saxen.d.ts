/** The part of saxen that we use; the library brings no types. */
declare module "saxen" {
  type Decode = (text: string) => string;

  export class Parser {
    on(
      name: "openTag",
      hook: (name: string, attributes: () => Record<string, string> | false, decode: Decode) => void,
    ): this;
    on(name: "closeTag", hook: (name: string) => void): this;
    on(name: "text", hook: (text: string, decode: Decode) => void): this;
    on(name: "cdata" | "attention", hook: (text: string) => void): this;
    on(name: "error" | "warn", hook: (error: Error) => void): this;
    /** Takes the next piece of a document, which may end anywhere. */
    write(piece: string): this;
    end(): Error | null;
  }
}
