/// Results as JSON, for other programs; described in `Documentation/results.schema.json`.
///
/// `publication(of:)` is what anybody may have: every figure goes through the door, and what is withheld
/// or too small has no number. The confidential form has everything that `results.sqlite` has, is stamped
/// as such, and is read back without loss.
public enum ResultsExchange {
  /// The format that this program writes and reads.
  static let version = 1

  /// The figures of all questions that the plan has, under the policy.
  ///
  /// - Parameters:
  ///   - model: the results.
  ///   - hasProvenance: whether the files are named that the results come from; without them the same
  ///     answers give the same bytes, whatever file they were read from.
  /// - Returns: JSON that ends in a newline; the same results always give the same bytes.
  public static func publication(
    of model: ResultsModel, hasProvenance: Bool = true
  ) -> String {
    let study = ExportedStudy(model: model)
    let figures = ExportedFigures(model: model)
    let keys =
      study.keys(isConfidential: false, hasProvenance: hasProvenance) + [
        ("results", .list(figures.results)), ("quotes", .list(figures.quotes)),
      ]
    return JSONValue.object(keys).text() + "\n"
  }

  /// Everything that the results file holds, stamped as confidential.
  ///
  /// - Parameters:
  ///   - model: the results.
  ///   - hasProvenance: as in `publication(of:)`; an export without it cannot be imported.
  package static func confidential(
    of model: ResultsModel, hasProvenance: Bool = true
  ) -> String {
    let study = ExportedStudy(model: model)
    let counts = ExportedCounts(model: model)
    let keys =
      study.keys(isConfidential: true, hasProvenance: hasProvenance) + [
        ("bases", .list(counts.bases)), ("facts", .list(counts.facts)),
        ("quotes", .list(counts.quotes)),
      ]
    return JSONValue.object(keys).text() + "\n"
  }
}
