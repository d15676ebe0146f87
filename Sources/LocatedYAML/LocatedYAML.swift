public import Diagnostics

/// Reads YAML with a place on every value.
///
///     guard let root = LocatedYAML.parse(file, into: &log) else { return nil }
///     return root.mapping("the study", into: &log) { keys in
///       let title = keys.text("title", .required)
///       let waves = keys.mappings("waves") { wave in
///         (wave.text("id", .required), wave.wholeNumber("year"))
///       }
///       …
///     }
///
/// YAML's own types play no part: `no`, `2021` and `1.0` are texts until the reader asks for a truth
/// value or a number. Anchors, aliases, tags, a second document and repeated keys are errors. Nothing
/// traps, whatever the bytes are.
public enum LocatedYAML {
  /// The most bytes that a text may have.
  public static let sizeBound = 4_194_304
  /// The most bytes that a line may have.
  public static let lineBound = 65_536
  /// How deep values may be nested.
  public static let depthBound = 32

  /// Parses a file, or the part of it that `bytes` names; places are always those of the file.
  ///
  /// - Returns: The root value; a mapping without keys for an empty text; nil after a fault that was
  ///   reported (`yaml-syntax`, `duplicate-key`, `yaml-anchor` and others).
  public static func parse(
    _ source: SourceFile,
    bytes: Range<Int>? = nil,
    into log: inout DiagnosticLog
  ) -> YAMLValue? {
    let whole = 0..<source.bytes.count
    var bytes = (bytes ?? whole).clamped(to: whole)
    if source.bytes[bytes].starts(with: [0xEF, 0xBB, 0xBF]) {
      bytes = (bytes.lowerBound + 3)..<bytes.upperBound
    }
    let text = YAMLText(source: source, bytes: bytes)
    guard text.mayBeComposed(into: &log) else { return nil }
    var reader = NodeReader(text: text)
    do throws(YAMLFault) {
      let value = try reader.document()
      log.append(reader.log)
      return value
    } catch {
      // What was found before the fault may be a part of it.
      log.report(text.diagnostic(for: error))
      return nil
    }
  }
}
