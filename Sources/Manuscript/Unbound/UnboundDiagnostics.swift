import Diagnostics

extension Diagnostic {
  static func unbound(
    _ number: StatedNumber, query: String?, at range: SourceRange
  ) -> Diagnostic {
    let text = number.text
    if number.kind == .evaluation {
      return Diagnostic(
        .warning, id: "unbound-judgement", at: range,
        "'\(text)' judges a figure, and no claim vouches for it",
        fixes: [
          Fix(
            "bind it with what it judges: [\(text) …]{answer for one > for another}, or leave it out"
          )
        ])
    }
    let bound = query.map { "[\(text)]{\($0)}" }
    return Diagnostic(
      .warning, id: number.kind == .words ? "unbound-words" : "unbound-number", at: range,
      "nothing vouches for '\(text)'",
      fixes: [
        bound.map { Fix("write \($0)", replacement: $0) }
          ?? Fix(
            "bind it to a query: [\(text)]{query}; a figure from elsewhere goes below "
              + "'::: unbound \"reason\"'")
      ])
  }

  static func marginMisread(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, id: "margin-misread", at: range,
      "a repeated survey falls within the first one's 95% margin in 83 of 100 cases, not 95",
      fixes: [
        Fix(
          "say that 95 of 100 margins found in this way contain the true value; the block "
            + "```methodology says so")
      ])
  }
}
