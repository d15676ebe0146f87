public import Diagnostics
public import Drawing

/// Why a page ends where it does: what the break log tells.
public struct PageEnding: Sendable, Hashable {
  /// What ended the page.
  public enum Reason: Sendable, Hashable {
    /// The part is at its end.
    case endOfPart
    /// What follows needs more room than is left.
    case full(needed: Length, room: Length)
    /// What follows stands at the top of a page.
    case startsPage
    /// What follows stands in a frame of its own.
    case otherFrame
    /// What follows stands on a page of its own, for its group does not fit one.
    case standsAlone
    /// The frame is passed over, for a later one is higher.
    case passed
    /// Columns that stand beside one another have no room here together.
    case besideDoesNotFit
    /// A heading holds on to columns that have no room here.
    case headingMoves
    /// The notes of the pages before fill the page.
    case notes
  }

  /// A constraint that gave way, or a chart that did.
  public enum Relaxation: Sendable, Hashable {
    /// Blocks that had better stay on one page were parted.
    case together
    /// Lines were parted that should stay together: a widow, an orphan, a heading above its text.
    case kept
    /// Something reaches out of its frame.
    case overflow(Length)
    /// What is too high for any page begins here instead of on the next page.
    case beginsEarly
    /// Text and charts follow one another instead of standing side by side.
    case besideParted
    /// A note goes on at the foot of the next page.
    case noteGoesOn
    /// Charts were set lower, so that one more has room.
    case chartsLower(by: Length)
    /// Charts were set higher, for the page ends and has room left.
    case chartsHigher(by: Length)
  }

  /// What ended the page.
  public var reason: Reason
  /// What follows, in its first words; empty if nothing does.
  public var following: String
  /// Where the source says what follows.
  public var range: SourceRange?
  /// The constraints that gave way on the page, in order.
  public var relaxations: [Relaxation]

  /// Creates an ending.
  public init(
    _ reason: Reason, following: String = "", range: SourceRange? = nil,
    relaxations: [Relaxation] = []
  ) {
    self.reason = reason
    self.following = following
    self.range = range
    self.relaxations = relaxations
  }
}
