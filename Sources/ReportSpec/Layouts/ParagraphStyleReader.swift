import Diagnostics
import Drawing
import HouseStyle
import LocatedYAML

/// Reads the paragraph styles of a layout, each on top of the one it is based on.
struct ParagraphStyleReader {
  private let entries: [String: YAMLEntry]
  private let fonts: [String: [String]]
  private let colours: [String: Colour]
  private var styles: [String: ParagraphStyle] = [:]
  private var open: [String] = []
  private var log = DiagnosticLog()

  /// Reads `fonts` and `paragraphs`.
  static func read(
    _ keys: inout MappingReader, colours: [String: Colour]
  ) -> [String: ParagraphStyle] {
    var fonts: [String: [String]] = [:]
    _ = keys.mapping("fonts") { keys in
      for name in keys.entries.map(\.key.text) {
        fonts[name] = keys.texts(name, .required)?.map(\.text)
      }
    }
    let entries = keys.named("paragraphs", .required) ?? []
    var reader = ParagraphStyleReader(entries: entries, fonts: fonts, colours: colours)
    for entry in entries { _ = reader.style(entry.key.text) }
    let missing = ParagraphStyle.requiredNames.filter { reader.entries[$0] == nil }
    if !missing.isEmpty {
      keys.report(.missingNames("paragraph style", missing, at: keys.headOf("paragraphs")))
    }
    for diagnostic in reader.log.diagnostics { keys.report(diagnostic) }
    return reader.styles
  }

  private init(entries: [YAMLEntry], fonts: [String: [String]], colours: [String: Colour]) {
    self.entries = Dictionary(entries.map { ($0.key.text, $0) }) { first, _ in first }
    self.fonts = fonts
    self.colours = colours
  }

  /// The style with a name, read at its first use; nil for an unknown name.
  private mutating func style(_ name: String) -> ParagraphStyle? {
    if let style = styles[name] { return style }
    guard let entry = entries[name] else { return nil }
    open.append(name)
    var style = entry.value.parent.flatMap { base($0) } ?? unbased
    open.removeLast()
    let reader = self
    _ = entry.value.mapping("the paragraph style '\(name)'", into: &log) { keys in
      _ = keys.text("based-on")
      reader.apply(&keys, to: &style)
    }
    if style.text.families.isEmpty { log.report(.styleWithoutFont(name, at: entry.key.range)) }
    styles[name] = style
    return style
  }

  /// A style before anything is said.
  private var unbased: ParagraphStyle {
    ParagraphStyle(
      text: TextStyle(families: [], size: 10, colour: colours["ink"] ?? .black), leading: 14)
  }

  private mutating func base(_ name: LocatedText) -> ParagraphStyle? {
    if open.contains(name.text) {
      log.report(.circular("style", name.text, at: name.range))
      return nil
    }
    guard entries[name.text] != nil else {
      log.report(.unknownStyle(name.text, known: entries.keys.sorted(), at: name.range))
      return nil
    }
    return style(name.text)
  }

  private func apply(_ keys: inout MappingReader, to style: inout ParagraphStyle) {
    applyText(&keys, to: &style.text)
    if let value = keys.size("leading") { style.leading = value }
    if let value = keys.size("space-before") { style.spaceBefore = value }
    if let value = keys.size("space-after") { style.spaceAfter = value }
    if let value = keys.size("indent-left") { style.indentLeft = value }
    if let value = keys.size("indent-right") { style.indentRight = value }
    if let value = keys.choice("align", of: ParagraphStyle.Alignment.self) {
      style.alignment = value.value
    }
    if let value = keys.flag("hyphenate") { style.isHyphenated = value.value }
    if let value = keys.flag("keep-with-next") { style.keepsWithNext = value.value }
    if let value = keys.flag("keep-together") { style.keepsTogether = value.value }
    if let value = keys.count("orphans", in: 1...20) { style.orphans = value }
    if let value = keys.count("widows", in: 1...20) { style.widows = value }
    if let value = keys.flag("uppercase") { style.isUppercase = value.value }
    if let value = keys.flag("on-grid") { style.isOnGrid = value.value }
    if let value = keys.flag("starts-page") { style.startsPage = value.value }
    if let value = keys.size("max-height") { style.maxHeight = value }
    applyRule(&keys, to: &style)
  }

  private func applyRule(_ keys: inout MappingReader, to style: inout ParagraphStyle) {
    guard let value = keys.value("rule-above") else { return }
    if case .scalar(let scalar) = value.content, scalar.text.text == "none" {
      style.ruleAbove = nil
      return
    }
    let usual = style.ruleAbove ?? .init(colour: "rule", width: 0.5, gap: 4)
    if let rule = keys.rule("rule-above", usual: usual, in: colours) { style.ruleAbove = rule }
  }

  private func applyText(_ keys: inout MappingReader, to text: inout TextStyle) {
    if let names = keys.texts("font") {
      text.families = names.flatMap { fonts[$0.text] ?? [$0.text] }
    }
    if let value = keys.size("size") {
      if value >= 1 {
        text.size = value
      } else {
        keys.report(.outOfBounds("size", "1pt or more", at: keys.placeOf("size")))
      }
    }
    if let value = keys.count("weight", in: 100...900) { text.weight = value }
    if let value = keys.flag("italic") { text.isItalic = value.value }
    if let names = keys.texts("features") { text.features = names.map(\.text) }
    if let value = keys.length("tracking") { text.tracking = value }
    if let value = keys.length("rise") { text.rise = value }
    if let name = keys.colourName("colour", in: colours), let colour = colours[name] {
      text.colour = colour
    }
  }
}

extension YAMLValue {
  /// What a style says that it is based on; nil if it says nothing that is a name.
  fileprivate var parent: LocatedText? {
    guard case .mapping(let entries) = content,
      case .scalar(let name)? = entries.first(where: { $0.key.text == "based-on" })?.value.content
    else { return nil }
    return name.isNothing ? nil : name.text
  }
}
