using Actors.Mail.Replies;

namespace Actors.Grains.Messages;

/// <summary>Reads a reply as customers and counters do.</summary>
public static class Verdicts
{
    public static Verdict Of(Reply reply)
    {
        return new Verdict("undetermined", reply.IsPermanent, "system");
    }
}
