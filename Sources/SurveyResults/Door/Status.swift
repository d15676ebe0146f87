/// Whether something may be published: one of two axes, apart from how far it can be relied on.
///
/// The codes are those of SDMX's list of confidentiality status, CL_CONF_STATUS.
public enum Confidentiality: String, Sendable, Hashable, CaseIterable {
  /// Free for publication.
  case free = "F"
  /// Withheld for itself: the group or the cell is too small, or nearly everybody gave the answer.
  case primary = "A"
  /// Withheld because another withheld figure would follow from it.
  case secondary = "D"
}

extension Withholding {
  /// Whether something is withheld for itself or for another.
  public var confidentiality: Confidentiality { self == .secondary ? .secondary : .primary }
}

extension Figure.Outcome {
  /// Whether the figure may be published; nil if nothing is known.
  public var confidentiality: Confidentiality? {
    switch self {
    case .counted, .published: .free
    case .withheld(let reason): reason.confidentiality
    case .unknown: nil
    }
  }

  /// How far the figure can be relied on; nil unless it is counted.
  ///
  /// A census of nine people is as reliable as can be, and withheld all the same: neither axis says
  /// anything of the other.
  public var reliability: Figure.Quality? {
    if case .counted(_, let quality) = self { quality } else { nil }
  }
}
