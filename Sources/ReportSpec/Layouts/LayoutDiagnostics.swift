import Diagnostics

extension Diagnostic {
  static func unknownLayout(
    _ name: String, known: [String], at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "unknown-layout", at: range, "there is no layout '\(name)'",
      fixes: self.known(name, known))
  }

  static func notALength(_ key: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "layout-length", at: range,
      "'\(key)' must be a length such as 12pt, 20mm, 1.5cm or a number of points")
  }

  static func outOfBounds(_ key: String, _ bounds: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, id: "layout-bounds", at: range, "'\(key)' must be \(bounds)")
  }

  static func notAColour(_ key: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "layout-colour", at: range,
      "'\(key)' must be a colour: \"#RRGGBB\" in quotes, or the name of another",
      fixes: [Fix("put quotes around it, for '#' begins a remark in YAML")])
  }

  static func unknownColour(_ name: String, known: [String], at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "unknown-colour", at: range, "the layout has no colour '\(name)'",
      fixes: self.known(name, known))
  }

  static func circular(_ what: String, _ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "circular-\(what)", at: range, "the \(what) '\(name)' may not rest on itself")
  }

  static func missingNames(
    _ what: String, _ names: [String], at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "missing-\(what.replacing(" ", with: "-"))", at: range,
      "a layout must have every \(what); it lacks \(names.joined(separator: ", "))")
  }

  static func unknownStyle(_ name: String, known: [String], at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "unknown-style", at: range, "the layout has no paragraph style '\(name)'",
      fixes: self.known(name, known))
  }

  static func styleWithoutFont(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "style-without-font", at: range,
      "the paragraph style '\(name)' must have a font",
      fixes: [Fix("add 'font: …', or 'based-on: body'")])
  }

  static func unknownMaster(_ name: String, known: [String], at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "unknown-master", at: range, "the layout has no master '\(name)'",
      fixes: self.known(name, known))
  }

  static func unknownPart(_ name: String, known: [String], at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "unknown-part", at: range, "there is no part '\(name)'",
      fixes: self.known(name, known))
  }

  static func masterWithoutFrame(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "master-without-frame", at: range, "the master '\(name)' must have a frame")
  }

  static func overdetermined(_ keys: [String], at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "layout-place", at: range,
      "at most two of \(keys.joined(separator: ", ")) may be given")
  }

  static func outsidePage(_ what: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "layout-place", at: range, "\(what) must have a size and lie on the page")
  }

  static func furnitureKind(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "layout-furniture", at: range,
      "furniture must be one of 'fill', 'line', 'shape' and 'text'")
  }

  static func unknownField(_ name: String, known: [String], at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "unknown-field", at: range, "a running line has no field '{\(name)}'",
      fixes: self.known(name, known))
  }

  static func shapePath(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "layout-shape", at: range,
      "a shape must be a path of M, L, H, V, C and Z with absolute numbers, begun with M")
  }

  static func tileContrast(
    _ ink: String, on ground: String, ratio: Double, least: Double, at range: SourceRange
  ) -> Diagnostic {
    let tenths = Int((ratio * 10).rounded(.down))
    return Diagnostic(
      .error, id: "tile-contrast", at: range,
      "'\(ink)' on '\(ground)' has a contrast of \(tenths / 10).\(tenths % 10) to 1, "
        + "and words of this size need \(least == 3 ? "3" : "4.5") to 1",
      fixes: [Fix("choose a lighter or darker colour for the ground or the words")])
  }

  static func fontHash(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "font-hash", at: range, "'sha256' must be 64 hexadecimal digits")
  }

  static func fontTwice(first: SourceRange, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "duplicate-font", at: range,
      "a family has one face of each weight, upright and italic",
      notes: [Note("it is listed here already", at: first)])
  }
}
