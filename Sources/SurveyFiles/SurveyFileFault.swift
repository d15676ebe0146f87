/// What can be wrong with a survey file itself, whatever a codebook says of it.
public enum SurveyFileFault: Error, Sendable, Hashable {
  /// The machine cannot read the file.
  case unreadable
  /// There is nothing in the file, not even a header.
  case empty
  /// A text of a text file is not in the encoding of the file; the row starts on this line.
  case badText(line: Int)
  /// A quoted field is never closed; the row starts on this line.
  case openQuote(line: Int)
  /// No field of a survey is this long; a quote may be open.
  case longField(line: Int, bound: Int)
  /// The encoding that was asked for is not one that can be read.
  case unknownEncoding(String)
}
