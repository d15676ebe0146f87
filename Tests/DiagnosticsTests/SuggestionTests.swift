import Diagnostics
import Testing

@Suite struct SuggestionTests {
  @Test func findsTheNearestName() {
    #expect(Suggestion.nearest(to: "agresie", in: ["agressie", "aangifte"]) == ["agressie"])
    #expect(Suggestion.nearest(to: "xyz", in: ["agressie", "aangifte"]) == [])
    #expect(Suggestion.nearest(to: "titel", in: ["title", "tile"]) == ["title"])
  }
}
