/// Why a query cannot be read: the place and what was expected there.
struct QueryFault: Error, Hashable {
  /// The UTF-8 offsets of what does not fit.
  var bytes: Range<Int>
  /// What was found, in words.
  var found: String
  /// What could have stood there.
  var expected: [String]
  /// The word that was found, for suggestions; nil for a mark or the end.
  var word: String?
}
