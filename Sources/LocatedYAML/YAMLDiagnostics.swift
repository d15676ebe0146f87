import Diagnostics

extension Diagnostic {
  static func yamlSyntax(_ problem: String, at range: SourceRange) -> Diagnostic {
    let quote = Fix("put the value in double quotes")
    let (summary, fixes): (String, [Fix]) =
      switch problem {
      case "mapping values are not allowed in this context":
        ("a value with ': ' in it must be quoted, and keys of one group must line up", [quote])
      case "found character that cannot start any token":
        ("a value cannot begin with this character", [quote, Fix("indent with spaces, not tabs")])
      case "found unexpected end of stream":
        ("a quoted value must be closed", [Fix("add the closing quote")])
      case "could not find expected ':'":
        ("a key must be followed by ': '", [])
      case "did not find expected key":
        ("the keys of one group must line up", [Fix("indent them alike, or quote the value above")])
      case "did not find expected '-' indicator":
        ("the items of one list must line up, each behind '- '", [])
      case "did not find expected ',' or ']'":
        ("the items between '[' and ']' must be parted by commas", [])
      case "did not find expected ',' or '}'":
        ("the keys between '{' and '}' must be parted by commas", [])
      case "did not find expected <document start>":
        ("nothing may follow the value", [quote])
      case "block sequence entries are not allowed in this context":
        ("a list must begin on a line of its own", [])
      default:
        ("this is not YAML: \(problem)", [])
      }
    return Diagnostic(.error, id: "yaml-syntax", at: range, summary, fixes: fixes)
  }

  static func unquotedFilling(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error,
      id: "yaml-unquoted-filling",
      at: range,
      "a value that begins with '{{' must be quoted",
      fixes: [Fix("put the value in double quotes: \"{{ … }}\"")]
    )
  }

  static func yamlCharacter(_ scalar: Unicode.Scalar, at range: SourceRange) -> Diagnostic {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let code = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return Diagnostic(
      .error,
      id: "yaml-character",
      at: range,
      "the character U+\(code) may not stand in YAML"
    )
  }

  static func yamlTooLarge(_ bound: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error,
      id: "yaml-too-large",
      at: range,
      "a YAML text may have at most \(bound) bytes"
    )
  }

  static func yamlLongLine(_ bound: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "yaml-too-large", at: range, "a line of YAML may have at most \(bound) bytes")
  }

  static func yamlTooDeep(_ bound: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error,
      id: "yaml-too-deep",
      at: range,
      "values may be nested at most \(bound) deep"
    )
  }

  static func yamlAnchor(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error,
      id: "yaml-anchor",
      at: range,
      "anchors and aliases are not used here: '\(name)'",
      fixes: [Fix("write the value out, or quote it if it is a text")]
    )
  }

  static func yamlTag(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error,
      id: "yaml-tag",
      at: range,
      "tags are not used here",
      fixes: [Fix("quote the value if it is a text")]
    )
  }

  static func yamlDocuments(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error,
      id: "yaml-documents",
      at: range,
      "a file holds one YAML document",
      fixes: [Fix("remove what follows '---'")]
    )
  }

  static func duplicateKey(
    _ key: String,
    at range: SourceRange,
    first: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      .error,
      id: "duplicate-key",
      at: range,
      "a key may stand once in a group: '\(key)'",
      notes: first.map { [Note("it stands here already", at: $0)] } ?? []
    )
  }

  static func compositeKey(at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, id: "yaml-key", at: range, "a key must be a text")
  }

  static func unknownKey(
    _ key: String,
    in group: String,
    known: [String],
    at range: SourceRange
  ) -> Diagnostic {
    var fixes = Suggestion.fixes(for: key, in: known)
    if fixes.isEmpty, !known.isEmpty {
      fixes = [Fix("the keys are: \(known.joined(separator: ", "))")]
    }
    return Diagnostic(
      .error,
      id: "unknown-key",
      at: range,
      "\(group) has no key '\(key)'",
      fixes: fixes
    )
  }

  static func missingKey(_ key: String, in group: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error,
      id: "missing-key",
      at: range,
      "\(group) must have '\(key)'",
      fixes: [Fix("add '\(key): …'")]
    )
  }

  static func wrongKind(
    _ name: String,
    must kind: String,
    found: YAMLValue,
    fixes: [Fix] = []
  ) -> Diagnostic {
    var summary = "'\(name)' must be \(kind)"
    switch found.content {
    case .scalar(let scalar) where !scalar.isNothing: break
    default: summary += ", not \(found.kind)"
    }
    return Diagnostic(.error, id: "wrong-kind", at: found.range, summary, fixes: fixes)
  }

  static func notAGroup(_ group: String, found: YAMLValue) -> Diagnostic {
    Diagnostic(
      .error,
      id: "wrong-kind",
      at: found.range,
      "\(group) must be a group of keys, not \(found.kind)",
      fixes: [Fix("write 'key: value' lines")]
    )
  }

  static func unknownChoice(
    _ name: String,
    choices: [String],
    found: YAMLScalar
  ) -> Diagnostic {
    let list = choices.map { "'\($0)'" }.joined(separator: ", ")
    return Diagnostic(
      .error,
      id: "unknown-choice",
      at: found.text.range,
      "'\(name)' must be one of \(list)",
      fixes: Suggestion.fixes(for: found.text.text, in: choices)
    )
  }
}
