public import Diagnostics
public import Drawing
import Foundation
import LocatedYAML

/// Reads `Fonts/fonts.yaml`: the only fonts and hyphenation dictionaries that are used.
///
/// The files themselves are not opened; whoever opens them holds them against their hash.
public enum FontListReader {
  /// Reads a list from its file.
  ///
  /// - Parameters:
  ///   - path: The absolute path of `fonts.yaml`; relative files in it are relative to its folder.
  ///   - library: Keeps the file, as `Fonts/fonts.yaml`.
  ///   - log: Receives what is wrong.
  public static func read(
    path: String, library: inout SourceLibrary, into log: inout DiagnosticLog
  ) -> FontCatalogue? {
    let file = library.read(absolute: path, shownAs: "Fonts/fonts.yaml", at: nil, into: &log)
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    return file.flatMap { read($0, folder: folder, into: &log) }
  }

  /// Reads the text of a list; relative files are relative to `folder`.
  ///
  /// - Returns: The catalogue; nil if anything in it is wrong, which was reported.
  public static func read(
    _ file: SourceFile, folder: String, into log: inout DiagnosticLog
  ) -> FontCatalogue? {
    var own = DiagnosticLog()
    let root = LocatedYAML.parse(file, into: &own)
    let catalogue = root?.mapping("the list of fonts", into: &own) { keys in
      FontCatalogue(
        faces: faces(&keys, folder: folder), dictionaries: dictionaries(&keys, folder: folder))
    }
    log.append(own)
    return own.hasErrors ? nil : catalogue
  }

  private static func faces(_ keys: inout MappingReader, folder: String) -> [FontFace] {
    var faces: [FontFace] = []
    var seen: [String: SourceRange] = [:]
    _ = keys.mappings("fonts", .required) { keys in
      let family = keys.text("family", .required)
      let weight = keys.count("weight", in: 100...900) ?? 400
      let isItalic = keys.flag("italic")?.value ?? false
      let file = keys.text("file", .required)
      let index = keys.count("index", in: 0...1_000) ?? 0
      let hash = hash(&keys)
      let package = keys.text("package")
      _ = keys.text("licence", .required)
      guard let family, let file, let hash else { return }
      let key = "\(family.text)/\(weight)/\(isItalic)"
      if let first = seen[key] {
        keys.report(.fontTwice(first: first, at: family.range))
        return
      }
      seen[key] = family.range
      faces.append(
        FontFace(
          id: FontID(faces.count), family: family.text, weight: weight, isItalic: isItalic,
          path: path(file.text, in: folder), faceIndex: index, sha256: hash,
          package: package?.text))
    }
    return faces
  }

  private static func dictionaries(
    _ keys: inout MappingReader, folder: String
  ) -> [HyphenationDictionary] {
    var dictionaries: [HyphenationDictionary] = []
    _ = keys.mappings("hyphenation") { keys in
      let language = keys.text("language", .required)
      let file = keys.text("file", .required)
      let hash = hash(&keys)
      let package = keys.text("package")
      _ = keys.text("licence", .required)
      guard let language, let file, let hash else { return }
      dictionaries.append(
        HyphenationDictionary(
          language: language.text, path: path(file.text, in: folder), sha256: hash,
          package: package?.text))
    }
    return dictionaries
  }

  private static func hash(_ keys: inout MappingReader) -> String? {
    guard let text = keys.text("sha256", .required) else { return nil }
    let digits = text.text.lowercased()
    guard digits.utf8.count == 64,
      digits.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
    else {
      keys.report(.fontHash(at: text.range))
      return nil
    }
    return digits
  }

  private static func path(_ file: String, in folder: String) -> String {
    file.hasPrefix("/") ? file : folder + "/" + file
  }
}
