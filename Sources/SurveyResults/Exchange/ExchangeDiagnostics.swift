import Diagnostics

/// What is wrong with a JSON file of results.
extension Diagnostic {
  static func invalidJSON(_ rule: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, id: "invalid-json", at: range, "this is no JSON: \(rule)")
  }

  static func wrongKind(_ kind: String, found: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, id: "wrong-kind", at: range, "\(kind) belongs here, not \(found)")
  }

  static func missingKey(_ key: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, id: "missing-key", at: range, "the object lacks '\(key)'")
  }

  static func unknownKey(_ key: String, known: [String], at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "unknown-key", at: range, "there is no key '\(key)' here",
      fixes: Suggestion.fixes(for: key, in: known))
  }

  static func unknownWord(_ word: String, known: [String], at range: SourceRange) -> Diagnostic {
    let fixes = Suggestion.fixes(for: word, in: known)
    return Diagnostic(
      .error, id: "unknown-word", at: range, "'\(word)' is none of the words allowed here",
      notes: fixes.isEmpty ? [Note("there are: \(known.joined(separator: ", "))")] : [],
      fixes: fixes)
  }

  static func moreFaults(in file: String) -> Diagnostic {
    Diagnostic(.error, id: "more-faults", at: nil, "\(file) has more faults, which are left out")
  }

  static func notAnExport(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "not-an-export", at: range, "the file does not say that it is results of Katern",
      fixes: [Fix("an export begins with \"katern\": \"results\"")])
  }

  static func newerExport(_ version: Int, reads own: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "newer-export", at: range,
      "the file was written by another Katern (format \(version), this one reads \(own))")
  }

  static func notConfidential(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "not-confidential", at: range,
      "this export was made under the policy: it lacks the counts that a results file needs",
      fixes: [Fix("export with --confidential, and import that")])
  }

  static func unknownName(
    _ name: String, of what: String, known: [String], at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "unknown-name", at: range, "there is no \(what) '\(name)'",
      fixes: Suggestion.fixes(for: name, in: known))
  }

  static func nameTwice(_ name: String, of what: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, id: "name-twice", at: range, "there are two of the \(what) '\(name)'")
  }

  static func noSegment(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "no-segment", at: range, "'\(text)' names no segment",
      notes: [
        Note(
          "a segment is written 'total', 'role:mayor', 'not role:mayor' or "
            + "'town:utrecht and role:mayor'")
      ])
  }

  static func broken(_ invariant: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, id: "broken-invariant", at: range, invariant)
  }
}
