using Actors.Grains.Imports;

namespace Actors.Grains.Tests.Imports.Reading;

public sealed class JsonRowTests
{
    [Fact]
    public void lines_are_read_as_requests_are() => ReadFile.Json(
        """
        {"email":"ann@example.org","details":{"city":"Oslo","empty":""},"lists":["news","offers"]}

        {"lists":null,"email":"bob@example.org"}
          {"email":"carl@example.org","lists":[]}  
        """).Told().ShouldBe([
        "1 ann@example.org city=Oslo empty= [news] [offers]", "3 bob@example.org", "4 carl@example.org",
    ]);

    [Fact]
    public void what_an_export_says_besides_is_passed_over() => ReadFile.Json(
        """
        {"id":"con_0123456789abcdef0123","email":"ann@example.org","is_contact":true,"standing":"bounced",
        """.TrimEnd() +
        """
        "origin":"api","created_at":"2030-01-01T00:00:00Z","details":{},"soft_bounces":[],"blacklist":[{"a":[{}]}],
        """.TrimEnd() +
        """
        "lists":[{"name":"a","since":"2030-01-01T00:00:00Z"},{"name":"b","left_at":"2030-01-01T00:00:00Z"}]}
        """).Told().ShouldBe(["1 ann@example.org [a] as bounced"]);

    [Fact]
    public void a_standing_is_one_of_those_there_are() => ReadFile.Json(
        """
        {"email":"ann@example.org","standing":"unsubscribed"}
        {"email":"bob@example.org","standing":"subscribed"}
        {"email":"carl@example.org","standing":2}
        """).Told().ShouldBe([
        "1 ann@example.org as unsubscribed", "2 unknown_value: subscribed", "3 wrong_type: 2",
    ]);

    [Fact]
    public void entries_of_a_blacklist_are_read_as_requests_are() => ReadFile.Json(
        """
        {"email":"ann@example.org","note":"by phone","expires_at":"2031-01-01T00:00:00Z"}
        {"domain":"example.org","reason":"manual","since":"2029-01-01T00:00:00Z","message":"rcp_1","id":"con_1"}
        {"email":"ann@example.org","domain":"example.org"}
        {"email":"ann@example.org","lists":["a"]}
        {"email":"ann@example.org","note":" "}
        """, ImportKind.Blacklist).Told().ShouldBe([
        "1 ann@example.org (by phone) until 2031-01-01 00:00:00Z", "2 @example.org", "3 one_of: ",
        "4 unknown_field: lists", "5 empty:  ",
    ]);

    [Theory]
    [InlineData("""{"email":"ann"}""", "address_syntax: ann")]
    [InlineData("""{"email":7}""", "wrong_type: 7")]
    [InlineData("""{"lists":[]}""", "missing: ")]
    [InlineData("""{"email":"a@example.org","lists":"x"}""", "wrong_type: \"x\"")]
    [InlineData("""{"email":"a@example.org","lists":[7]}""", "wrong_type: 7")]
    [InlineData("""{"email":"a@example.org","lists":[{"name":7}]}""", "wrong_type: 7")]
    [InlineData("""{"email":"a@example.org","lists":[{}]}""", "wrong_type: {}")]
    [InlineData("""{"email":"a@example.org","lists":["a\tb"]}""", "invalid_list: a\uFFFDb")]
    [InlineData("""{"email":"a@example.org","details":[]}""", "wrong_type: []")]
    [InlineData("""{"email":"a@example.org","details":{"a":null}}""", "invalid_details: {\"a\":null}")]
    [InlineData("""{"email":"a@example.org","details":{"":"x"}}""", "invalid_details: {\"\":\"x\"}")]
    [InlineData("""{"email":"a@example.org","city":"Oslo"}""", "unknown_field: city")]
    [InlineData("""{"email":"a@example.org","email":"b@example.org"}""", "duplicate_field: email")]
    [InlineData("""{"email":"a@example.org","lists":["\ud800"]}""", "invalid_text: ")]
    [InlineData("""{"\ud800":"a@example.org"}""", "invalid_text: ")]
    [InlineData("""{"email":"a@example.org"} {}""", "malformed_json: {\"email\":\"a@example.org\"} {}")]
    [InlineData("""{"email":"a@exam""", "malformed_json: {\"email\":\"a@exam")]
    [InlineData("[1]", "wrong_type: [1]")]
    [InlineData("null", "wrong_type: null")]
    [InlineData("email,city", "malformed_json: email,city")]
    [InlineData("{\"a\":[[[[[[[[[[[[1]]]]]]]]]]]]}", "malformed_json: {\"a\":[[[[[[[[[[[[1]]]]]]]]]]]]}")]
    public void a_line_that_cannot_be_is_told_and_changes_no_other(string line, string told) =>
        ReadFile.Json($$"""
            {"email":"ann@example.org"}
            {{line}}
            {"email":"bob@example.org"}
            """).Told().ShouldBe(["1 ann@example.org", $"2 {told}", "3 bob@example.org"]);
}
