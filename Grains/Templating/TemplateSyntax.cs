using System.Collections.Immutable;
using System.Text;

namespace Actors.Grains.Templating;

/// <summary>The part of Handlebars that templates may use: values, comments and the blocks if, unless, each and with.
/// What is not of it is refused with its place, before Handlebars itself sees the template.</summary>
public sealed class TemplateSyntax
{
    private const string Open = "{{";
    private const string Close = "}}";
    private const string CommentOpen = "!--";
    private const string Hyphens = "--";

    private readonly string source;
    private readonly int tagsMax;
    private readonly Stack<Block> blocks = new();
    private readonly Dictionary<string, TemplateVariable> variables = new(StringComparer.Ordinal);
    private readonly List<TemplateTag> found = [];
    private readonly StringBuilder plain = new();
    private string path = "";
    private bool isValue;
    private int copied;
    private int scopes;
    private int depth;
    private int tags;

    private TemplateSyntax(string source, int tagsMax) => (this.source, this.tagsMax) = (source, tagsMax);

    /// <param name="tagsMax">Such as <see cref="TemplateLimits.TagsMax"/>.</param>
    /// <param name="variables">What it asks for, each name once, in the order of the text; empty where there is a
    /// fault.</param>
    /// <returns>Null when the template is right.</returns>
    public static TemplateFault? Check(
        string source, int tagsMax, out ImmutableArray<TemplateVariable> variables) =>
        Check(source, tagsMax, out variables, out _);

    /// <returns>All tags in the order of the template; none where there is a fault.</returns>
    public static ImmutableArray<TemplateTag> Tags(string source)
    {
        var syntax = new TemplateSyntax(source, TemplateLimits.TagsMax + TemplateLimits.FooterTagsMax);
        return source.Length <= TemplateLimits.SourceLengthMax && syntax.Read() is null ? [.. syntax.found] : [];
    }

    /// <param name="plain">The template without what its comments say; empty where there is a fault.</param>
    internal static TemplateFault? Check(
        string source, int tagsMax, out ImmutableArray<TemplateVariable> variables, out string plain)
    {
        (variables, plain) = ([], "");
        if (source.Length > TemplateLimits.SourceLengthMax)
            return new TemplateFault(
                "too_long", $"A template has at most {TemplateLimits.SourceLengthMax} characters.");
        var syntax = new TemplateSyntax(source, tagsMax);
        var fault = syntax.Read();
        if (fault is not null)
            return fault;
        variables = [.. syntax.variables.Values.OrderBy(each => (each.Line, each.Column))];
        plain = syntax.plain.Append(source, syntax.copied, source.Length - syntax.copied).ToString();
        return null;
    }

    private TemplateFault? Read()
    {
        var at = 0;
        for (int open; (open = source.IndexOf(Open, at, StringComparison.Ordinal)) >= 0;)
        {
            if (++tags > tagsMax)
                return Fault("too_many_tags", open, $"there may be {tagsMax} tags");
            if (open > 0 && source[open - 1] == '\\')
                return Fault("unsupported_tag", open, "a backslash cannot stand before two braces");
            if (source.AsSpan(open).StartsWith("{{{", StringComparison.Ordinal))
                return Fault("raw_output", open, "values are always escaped: write two braces, not three");
            var isInBlock = blocks.Count > 0;
            (path, isValue) = ("", false);
            if (ReadTag(open, out at) is { } fault)
                return fault;
            found.Add(new TemplateTag(path, isValue, isInBlock, open, at));
        }
        return blocks.TryPeek(out var block)
            ? Fault("unclosed_block", block.At, $"{{{{/{block.Helper}}}}} is missing: the block is not closed")
            : null;
    }

    private TemplateFault? ReadTag(int open, out int end)
    {
        var inner = open + Open.Length;
        if (source.AsSpan(inner).TrimStart('~').StartsWith(CommentOpen, StringComparison.Ordinal))
            return Skip(open, out end);
        var close = source.IndexOf(Close, inner, StringComparison.Ordinal);
        end = close + Close.Length;
        if (close < 0)
            return Fault("unclosed_tag", open, "the tag is not closed");
        if (end < source.Length && source[end] == '}')
            return Fault("unclosed_tag", open, "the tag ends with three braces, and it began with two");
        var content = source.AsSpan(inner, close - inner);
        if (content.StartsWith("~"))
            content = content[1..];
        if (content.EndsWith("~"))
            content = content[..^1];
        content = content.Trim();
        return content.IsEmpty ? Fault("empty_tag", open, "the tag is empty")
            : content[0] == '!' ? Forget(open, inner, close, end)
            : content[0] == '#' ? Begin(content[1..], open)
            : content[0] == '/' ? End(content[1..], open)
            : content.SequenceEqual("else") || content.StartsWith("else ", StringComparison.Ordinal)
                ? Else(content["else".Length..].Trim(), open)
            : Use(content, open, isTagItself: true);
    }

    /// <summary>Steps over a comment that may hold tags. Two hyphens end it.</summary>
    private TemplateFault? Skip(int open, out int end)
    {
        var inner = source.IndexOf(CommentOpen, open, StringComparison.Ordinal) + CommentOpen.Length;
        var hyphens = source.IndexOf(Hyphens, inner, StringComparison.Ordinal);
        end = hyphens + Hyphens.Length + Close.Length;
        return hyphens >= 0 && source.AsSpan(hyphens + Hyphens.Length).StartsWith(Close, StringComparison.Ordinal)
            ? Forget(open, open + Open.Length, hyphens + Hyphens.Length, end)
            : Fault("unclosed_tag", open, "the comment is not closed by --}}, or holds two hyphens before");
    }

    /// <summary>Leaves nothing of what a comment says: where it ends is not what Handlebars thinks of it.</summary>
    private TemplateFault? Forget(int open, int inner, int close, int end)
    {
        if (end < source.Length && source[end] == '}')
            return Fault("unclosed_tag", open, "the comment ends with three braces, and it began with two");
        plain.Append(source, copied, open - copied).Append(Open)
            .Append(source[inner] == '~' ? "~" : "").Append("!c").Append(source[close - 1] == '~' ? "~" : "")
            .Append(Close);
        copied = end;
        return null;
    }

    private TemplateFault? Begin(ReadOnlySpan<char> content, int at)
    {
        var space = content.IndexOf(' ');
        var helper = (space < 0 ? content : content[..space]).ToString();
        if (helper is not ("if" or "unless" or "each" or "with"))
            return Fault("unknown_block", at, $"there is no block {Shown(helper)}: write if, unless, each or with");
        if (space < 0)
            return Fault("missing_value", at, $"the block {helper} needs a value, such as {{{{#{helper} name}}}}");
        if (Use(content[(space + 1)..].Trim(), at) is { } fault)
            return fault;
        if (++depth > TemplateLimits.NestingMax)
            return Fault("too_deep", at, $"blocks nest at most {TemplateLimits.NestingMax} deep");
        var isScope = helper is "each" or "with";
        blocks.Push(new Block(helper, at, Branches: 1, isScope, HasElse: false));
        scopes += isScope ? 1 : 0;
        return null;
    }

    private TemplateFault? End(ReadOnlySpan<char> content, int at)
    {
        var helper = content.Trim().ToString();
        if (!blocks.TryPop(out var block))
            return Fault("unopened_block", at, $"no block {Shown(helper)} is open here");
        if (block.Helper != helper)
            return Fault("unopened_block", at, $"{{{{/{block.Helper}}}}} has to come first: that block is still open");
        depth -= block.Branches;
        scopes -= block.IsScope ? 1 : 0;
        return null;
    }

    /// <summary>What follows the else of a loop stands outside of it: its names mean what they meant before.</summary>
    private TemplateFault? Else(ReadOnlySpan<char> condition, int at)
    {
        if (!blocks.TryPop(out var block) || block.HasElse)
            return Fault("unopened_block", at, "an else stands in a block only, and once");
        if (condition.IsEmpty)
        {
            blocks.Push(block with { IsScope = false, HasElse = true });
            scopes -= block.IsScope ? 1 : 0;
            return null;
        }
        var space = condition.IndexOf(' ');
        if (block.Helper != "if" || space < 0 || !condition[..space].SequenceEqual("if"))
            return Fault("unsupported_tag", at, "behind else may stand if and a value, in a block if");
        if (++depth > TemplateLimits.NestingMax)
            return Fault("too_deep", at, $"blocks nest at most {TemplateLimits.NestingMax} deep");
        blocks.Push(block with { Branches = block.Branches + 1 });
        return Use(condition[(space + 1)..].Trim(), at);
    }

    /// <param name="isTagItself">Whether there is nothing else in the tag.</param>
    private TemplateFault? Use(ReadOnlySpan<char> named, int at, bool isTagItself = false)
    {
        if (!TagPath.TryRead(named, scopes, out var variable))
            return Fault(
                "unsupported_tag", at,
                $"{Shown(named)} is no value: write a name of letters, digits, _ and -, with dots between names");
        var (line, column) = PlaceOf(at);
        if (variable is not null)
            variables.TryAdd(variable, new TemplateVariable(variable, line, column));
        (path, isValue) = (named.ToString(), isTagItself);
        return null;
    }

    private static string Shown(ReadOnlySpan<char> text)
    {
        const int LengthMax = 40;
        Span<char> shown = stackalloc char[Math.Min(text.Length, LengthMax)];
        for (var i = 0; i < shown.Length; i++)
            shown[i] = char.IsControl(text[i]) || char.IsSurrogate(text[i]) ? '?' : text[i];
        return $"'{shown}{(text.Length > LengthMax ? "..." : "")}'";
    }

    /// <param name="Branches">How deep it nests: each else if is a block within the one before.</param>
    /// <param name="IsScope">Names within mean those of its value.</param>
    private readonly record struct Block(string Helper, int At, int Branches, bool IsScope, bool HasElse);

    private TemplateFault Fault(string code, int at, string what) => TemplateFault.At(source, at, code, what);

    private (int Line, int Column) PlaceOf(int at) => TemplateFault.PlaceOf(source, at);
}
