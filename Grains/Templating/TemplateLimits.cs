namespace Actors.Grains.Templating;

/// <summary>How large a template may be, and how much it may do. Counts, not a clock: the same template and values are
/// always within them or never.</summary>
public static class TemplateLimits
{
    /// <summary>UTF-16 code units of one part: a subject, a text or an HTML body.</summary>
    public const int SourceLengthMax = 256 * 1024;

    /// <summary>Tags of one part, comments included. What compiling costs grows faster than they do: some 30 ms for as
    /// many as this.</summary>
    public const int TagsMax = 200;

    /// <summary>Tags of a footer, which come to those of the part before it.</summary>
    public const int FooterTagsMax = 50;

    /// <summary>Blocks within blocks.</summary>
    public const int NestingMax = 8;

    /// <summary>Names of a path such as <c>order.customer.name</c>.</summary>
    public const int PathLengthMax = 8;

    /// <summary>Characters of one name.</summary>
    public const int NameLengthMax = 64;

    /// <summary>Rounds of all loops together, while one part is rendered.</summary>
    public const int IterationsMax = 10_000;

    /// <summary>UTF-16 code units that one part may become.</summary>
    public const int OutputLengthMax = 2 * 1024 * 1024;

    /// <summary>Compiled parts kept in memory, of all tenants together: 20 to 250 kB each.</summary>
    public const int CompiledMax = 256;

    /// <summary>UTF-8 bytes of the values of one rendering, as JSON.</summary>
    public const int ValuesBytesMax = 64 * 1024;

    /// <summary>Lists and objects within one another, in the values of one rendering.</summary>
    public const int ValuesDepthMax = 8;
}
