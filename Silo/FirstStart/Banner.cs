using System.Reflection;
using Actors.Silo.Commands;

namespace Actors.Silo.FirstStart;

/// <summary>What the server prints when it has started.</summary>
/// <remarks>Every line is shell: prose is a comment, so that one command or all of it can be pasted as it is.</remarks>
public static class Banner
{
    public static string Again(Listeners listeners) =>
        $"""
        # {Where(listeners)}
        # New keys: ./run keys create --tenant demo --name NAME    Health: ./run doctor    Stop: Ctrl-C

        """;

    public static string First(Listeners listeners, FirstCredentials made) =>
        $"""
        # {Where(listeners)}
        #
        # This is the first start: here are the keys, shown this once. Tenant demo, SMTP account acc_demo.
        #   operator key    {made.OperatorKey}
        #   API key         {made.ApiKey}
        #   SMTP user       {made.Login.UserName}
        #   SMTP password   {made.Login.Password}
        # Further ones: ./run keys create --tenant demo --name NAME, and ./run logins create; ./run --help tells.
        #
        # Nothing leaves this machine yet: mail to sandbox.test goes to a receiver built in, all other mail is held.
        # The lines below can be pasted as they are, one by one or all at once.

        {Http(Server(listeners), made)}
        {Smtp(listeners, made)}
        # What the sandbox received. Its other addresses: mailbox-full@, unknown@, greylist@, blocked@, spam@, slow@,
        # drop@, complaint@ and late-bounce@sandbox.test do what they are called; there an hour of retrying lasts a second.
        curl -sS {Server(listeners)}v1/sandbox/messages -H 'Authorization: Bearer {made.ApiKey}'; echo

        """;

    private static string Http(Uri server, FirstCredentials made) =>
        $$"""
        # Send over HTTP:
        curl -sS {{server}}v1/messages -H 'Authorization: Bearer {{made.ApiKey}}' -H 'Content-Type: application/json' -d '{
          "smtp_account": "acc_demo", "from": "demo@sandbox.test", "to": ["delivered@sandbox.test"],
          "subject": "Hello over HTTP", "text": "It works."}'; echo

        """;

    private static string Smtp(Listeners listeners, FirstCredentials made)
    {
        if (listeners.Submission is not { } listener)
            return "# SMTP submission with STARTTLS is switched off.\n";
        var server = Reachable.EndPoint(listener);
        return $"""
            # Send over SMTP, with curl (--insecure: the certificate is self-signed):
            curl -sS --url smtp://{server} --ssl-reqd --insecure --user '{made.Login.UserName}:{made.Login.Password}' \
              --mail-from demo@sandbox.test --mail-rcpt delivered@sandbox.test --crlf --upload-file - <<'MESSAGE'
            From: Demo <demo@sandbox.test>
            To: delivered@sandbox.test
            Subject: Hello from curl

            It works.
            MESSAGE

            # The same with swaks (its TLS needs Perl's Net::SSLeay):
            swaks --server {server} --tls --auth PLAIN --auth-user {made.Login.UserName} --auth-password {made.Login.Password} \
              --from demo@sandbox.test --to delivered@sandbox.test --header 'Subject: Hello from swaks' --body 'It works.'

            """;
    }

    private static Uri Server(Listeners listeners) => Reachable.Http(
        System.Net.IPEndPoint.Parse($"{listeners.Http.Host}:{listeners.Http.Port}"));

    private static string Where(Listeners listeners)
    {
        var version = typeof(Banner).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split('+')[0];
        var smtp = listeners.Submission is { } starttls ? $", SMTP {starttls} (STARTTLS)" : "";
        var smtps = listeners.SubmissionTls is { } tls ? $", SMTP {tls} (TLS)" : "";
        var inbound = listeners.Inbound is { } bounces ? $", SMTP {bounces} (bounces)" : "";
        return $"Actors {version} listens: HTTP {listeners.Http.Authority}{smtp}{smtps}{inbound}.";
    }
}
