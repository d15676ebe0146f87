public import Drawing
private import Foundation

/// The fonts of `Fonts/fonts.yaml`, for tests that need real ones.
///
/// Reads the plain lists of that file only, and not YAML at large: the reader of users' files is not
/// to be needed below it.
public func houseFonts() throws -> FontCatalogue {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Fonts")
  let text = try String(contentsOf: folder.appendingPathComponent("fonts.yaml"), encoding: .utf8)
  var faces: [FontFace] = []
  var dictionaries: [HyphenationDictionary] = []
  for entry in entries(of: text) {
    guard let path = entry["file"], let sha256 = entry["sha256"] else { continue }
    if let language = entry["language"] {
      dictionaries.append(
        HyphenationDictionary(
          language: language,
          path: path,
          sha256: sha256,
          package: entry["package"]
        )
      )
    } else if let family = entry["family"] {
      faces.append(
        FontFace(
          id: FontID(faces.count),
          family: family,
          weight: Int(entry["weight"] ?? "") ?? 400,
          isItalic: entry["italic"] == "true",
          path: path,
          faceIndex: Int(entry["index"] ?? "") ?? 0,
          sha256: sha256,
          package: entry["package"]
        )
      )
    }
  }
  return FontCatalogue(faces: faces, dictionaries: dictionaries)
}

/// The list items of a file of flat lists, as keys and values.
private func entries(of text: String) -> [[String: String]] {
  var result: [[String: String]] = []
  for line in text.split(separator: "\n") where line.hasPrefix("  ") {
    if line.hasPrefix("  - ") { result.append([:]) }
    let parts = line.dropFirst(4).split(separator: ":", maxSplits: 1)
    guard parts.count == 2, !result.isEmpty else { continue }
    result[result.count - 1][String(parts[0])] = parts[1].trimmingCharacters(in: .whitespaces)
  }
  return result
}
