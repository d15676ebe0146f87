import Diagnostics
import Drawing
import HouseStyle
import LocatedYAML

/// Reads the colours of a layout: each `"#RRGGBB"` or the name of another.
enum ColourReader {
  static func read(_ keys: inout MappingReader) -> [String: Colour] {
    let entries = keys.named("colours", .required) ?? []
    var texts: [String: LocatedText] = [:]
    for entry in entries {
      guard case .scalar(let scalar) = entry.value.content, !scalar.isNothing else {
        keys.report(.notAColour(entry.key.text, at: entry.key.range))
        continue
      }
      texts[entry.key.text] = scalar.text
    }
    var colours: [String: Colour] = [:]
    let names = entries.map(\.key.text)
    for name in names {
      if let colour = resolve(name, texts, names, &keys) { colours[name] = colour }
    }
    let missing = StyleSheet.requiredColours.filter { !names.contains($0) }
    if !missing.isEmpty {
      keys.report(.missingNames("colour", missing, at: keys.headOf("colours")))
    }
    return colours
  }

  /// Follows the names of a colour until one is written out.
  private static func resolve(
    _ name: String, _ texts: [String: LocatedText], _ names: [String],
    _ keys: inout MappingReader
  ) -> Colour? {
    guard let first = texts[name] else { return nil }
    var seen: Set<String> = [name]
    var text = first
    while true {
      if text.text.hasPrefix("#") {
        if let colour = Colour(hexadecimal: text.text) { return colour }
        if text == first { keys.report(.notAColour(name, at: text.range)) }
        return nil
      }
      guard seen.insert(text.text).inserted else {
        keys.report(.circular("colour", name, at: first.range))
        return nil
      }
      guard let next = texts[text.text] else {
        if text == first, !names.contains(text.text) {
          keys.report(.unknownColour(text.text, known: names.sorted(), at: text.range))
        }
        return nil
      }
      text = next
    }
  }
}

extension MappingReader {
  /// Where a key stands, or the first key of the mapping.
  func headOf(_ key: String) -> SourceRange {
    entries.first { $0.key.text == key }?.key.range ?? entries.first?.key.range ?? range
  }
}
