import Diagnostics
import Drawing
import HouseStyle
import LocatedYAML

/// Reads the page masters of a layout.
struct MasterReader {
  private static let fields = ["title", "chapter", "number", "section", "folio"]

  private let page: Size
  private let colours: [String: Colour]
  private let styles: [String: ParagraphStyle]

  init(page: Size, colours: [String: Colour], styles: [String: ParagraphStyle]) {
    self.page = page
    self.colours = colours
    self.styles = styles
  }

  /// Reads `masters`.
  func read(_ keys: inout MappingReader) -> [String: PageMaster] {
    let entries = keys.named("masters", .required) ?? []
    let names = entries.map(\.key.text)
    var masters: [String: PageMaster] = [:]
    for entry in entries {
      var log = DiagnosticLog()
      let name = entry.key.text
      masters[name] = entry.value.mapping("the master '\(name)'", into: &log) { keys in
        let frames = frames(&keys)
        if frames.isEmpty { keys.report(.masterWithoutFrame(name, at: entry.key.range)) }
        let next = keys.text("next")
        if let next, !names.contains(next.text) {
          keys.report(.unknownMaster(next.text, known: names.sorted(), at: next.range))
        }
        let ink = keys.colourName("ink", in: colours)
        let numbering = keys.choice("numbering", of: PageMaster.Numbering.self)
        let pieces = keys.mappings("furniture") { furniture(&$0) } ?? []
        return PageMaster(
          name: name, frames: frames, furniture: pieces.compactMap { $0 }, next: next?.text,
          ink: ink, numbering: numbering?.value ?? .decimal)
      }
      for diagnostic in log.diagnostics { keys.report(diagnostic) }
    }
    return masters
  }

  private enum FrameAlignment: String, CaseIterable {
    case top
    case bottom
  }

  private func frames(_ keys: inout MappingReader) -> [Frame] {
    var frames: [Frame] = []
    for entry in keys.named("frames", .required) ?? [] {
      var log = DiagnosticLog()
      _ = entry.value.mapping("the frame '\(entry.key.text)'", into: &log) { keys in
        let rect = LayoutPlace.read(&keys, on: page)
        let whole = Rect(origin: .zero, size: page)
        if rect.width < 1 || rect.height < 1 || !whole.contains(rect) {
          keys.report(.outsidePage("a frame", at: entry.key.range))
        }
        let alignment = keys.choice("align", of: FrameAlignment.self)
        let styles = keys.texts("styles") ?? []
        for style in styles { _ = isStyle(style, &keys) }
        frames.append(
          Frame(
            name: entry.key.text, rect: rect, isBottomAligned: alignment?.value == .bottom,
            styles: styles.map(\.text), columns: keys.count("columns", in: 1...4) ?? 1))
      }
      for diagnostic in log.diagnostics { keys.report(diagnostic) }
    }
    return frames
  }

  private func furniture(_ keys: inout MappingReader) -> Furniture? {
    let rect = LayoutPlace.read(&keys, on: page)
    let kind = keys.choice("kind", of: Furniture.Kind.self)?.value
    let names = ["fill", "line", "shape", "text", "contents-link"].filter { name in
      keys.entries.contains { $0.key.text == name }
    }
    guard names.count == 1, let name = names.first else {
      for name in names { _ = keys.value(name) }
      keys.report(.furnitureKind(at: keys.headOf(names.last ?? "")))
      return nil
    }
    guard let content = content(&keys, name, rect: rect) else { return nil }
    var usual = Furniture.Kind.background
    if name == "text" {
      usual = rect.top + rect.height / 2 < page.height / 2 ? .header : .footer
    }
    return Furniture(content, rect: rect, kind: kind ?? usual)
  }

  private func content(
    _ keys: inout MappingReader, _ name: String, rect: Rect
  ) -> Furniture.Content? {
    switch name {
    case "fill":
      return keys.colourName("fill", .required, in: colours).map { .fill(colour: $0) }
    case "line":
      let width = keys.size("weight") ?? 0.5
      return keys.colourName("line", .required, in: colours).map { .line(colour: $0, width: width) }
    case "shape":
      return shape(&keys, rect: rect)
    case "contents-link":
      return keys.text("contents-link", .required).flatMap { style in
        isStyle(style, &keys) ? .contentsLink(style: style.text) : nil
      }
    default:
      let style = keys.text("style", .required)
      guard let text = keys.text("text", .required), let style else { return nil }
      check(text, &keys)
      return isStyle(style, &keys) ? .text(text.text, style: style.text) : nil
    }
  }

  private func isStyle(_ name: LocatedText, _ keys: inout MappingReader) -> Bool {
    if styles[name.text] != nil { return true }
    keys.report(.unknownStyle(name.text, known: styles.keys.sorted(), at: name.range))
    return false
  }

  private func shape(_ keys: inout MappingReader, rect: Rect) -> Furniture.Content? {
    var scale = (x: 1.0, y: 1.0)
    if let view = keys.texts("view") {
      let sizes = view.compactMap { Double($0.text) }.filter { $0 > 0 && $0.isFinite }
      if sizes.count == 2, view.count == 2 {
        scale = (rect.width.points / sizes[0], rect.height.points / sizes[1])
      } else {
        keys.report(.outOfBounds("view", "two numbers above 0", at: keys.placeOf("view")))
      }
    }
    let colour = keys.colourName("colour", .required, in: colours)
    guard let text = keys.text("shape", .required) else { return nil }
    guard let path = ShapePath.read(text.text, scaledBy: scale) else {
      keys.report(.shapePath(at: text.range))
      return nil
    }
    return colour.map { .shape(path, colour: $0) }
  }

  /// Reports fields that are not filled in.
  private func check(_ text: LocatedText, _ keys: inout MappingReader) {
    let bytes = Array(text.text.utf8)
    var offset = 0
    while let open = bytes[offset...].firstIndex(of: UInt8(ascii: "{")) {
      let end = bytes[open...].firstIndex(of: UInt8(ascii: "}")) ?? bytes.count
      let name = String(decoding: bytes[(open + 1)..<end], as: UTF8.self)
      if !Self.fields.contains(name) || end == bytes.count {
        let range = text.range(ofUTF8: open..<min(end + 1, bytes.count))
        keys.report(.unknownField(name, known: Self.fields, at: range))
      }
      offset = end
    }
  }
}
