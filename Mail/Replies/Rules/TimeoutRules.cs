using System.Collections.Immutable;
using static Actors.Mail.Replies.BounceHardness;

namespace Actors.Mail.Replies.Rules;

/// <summary>The target was tried and did not answer in time, or not once in all the time there was.</summary>
internal static class TimeoutRules
{
    internal static readonly ImmutableArray<BounceRule> Expired =
    [
        new("timeout.expired", Sources.Rfc3463, BounceCategory.Timeout, Soft, BounceScope.System)
        {
            Any =
            [
                "message expired", "delivery time expired", "delivery expired", "envelope expired", "queue expired",
                "expired in queue", "message has expired", "mail expired", "retry time expired", "retry timeout",
                "retry time not reached", "maximum retries", "retries exceeded", "maximum retry", "retry limit",
                "too many retries", "retry count", "too many attempts", "multiple retries", "attempts exhausted",
                "max retries", "could not be delivered for", "undeliverable for", "not be delivered within",
                "not delivered within", "could not deliver for", "unable to deliver in", "queue too long",
                "queue for too long", "in the queue too long", "been in the queue", "too long in queue",
                "waiting too long", "failing for a long time", "been failing for", "delivery attempts expired",
                "delivery has been delayed", "delivery is delayed", "delivery delayed",
                "delivery to the following recipient has been delayed",
                "delivery to the following recipients has been delayed", "recipients has been delayed",
                "recipient has been delayed", "still being retried", "will retry for",
                "will keep trying", "will continue to try",
                "will be retried", "will continue trying", "still trying", "not yet been delivered",
                "not been delivered yet", "delivery incomplete", "delivery temporarily failed",
                "delivery period expired", "delivery timeout", "time limit exceeded", "retrying for",
                "delivery time limit", "unable to deliver within", "exceeded the maximum time", "message timeout",
                "message timed out", "timeout exceeded", "will be deleted from queue", "delivery window",
                "giving up after", "cannot send message for", "cannot send message within",
                "message could not be delivered for too long", "expired after", "ttl expired", "maximum time in queue",
                "queued too long", "undelivered for", "been trying to deliver", "stopped trying",
                "delivery attempts will continue", "will continue to be made", "has not been collected",
                "attempts to deliver this message", "connection expired", "gave up after", "attempts will be made",
                "could not send message for past", "still undelivered", "has been in queue for",
                "in queue for more than", "time to live exceeded", "retry count exceeded", "maximum delivery attempts",
                "exceeded maximum delivery", "maximum time expired",
                "message is too old", "message too old", "mail is too old", "too old and", "lifetime exceeded",
                "maximum lifetime", "queue lifetime", "lifetime in the queue", "lifetime expired",
                "lifetime of the message", "attempts have failed", "attempts failed", "attempts to reach",
                "attempts to contact", "number of delivery attempts", "delivery attempts has been",
                "delivery attempts have been", "delivery attempts exceeded", "delivery attempts exhausted",
                "max time without delivery", "time without delivery", "maximum queue time", "queue time exceeded",
                "queue time limit", "spent too long", "before its deadline", "deadline exceeded", "retry period",
                "retry interval exceeded", "retries exhausted", "exhausted retries", "no more retries",
                "not be retried any", "retry timeout exceeded", "abandoned after", "delivery abandoned",
                "retries used up", "retries are used up", "tries used up", "tries are used up", "too many tries",
                "bouncing between", "all retries", "all tries", "last retry failed", "final retry failed",
                "final attempt failed", "number of retries", "number of tries", "retries have been", "tries have been",
                "no further attempts", "no more attempts",
                "maximum age", "age of this message", "age of the message", "maximum message age",
            ],
            Without = ["account expired", "password expired", "certificate*", "domain has expired", "dns domain"],
        },
    ];

    internal static readonly ImmutableArray<BounceRule> NoAnswer =
    [
        new("timeout.no-answer", Sources.Postfix, BounceCategory.Timeout, Soft, BounceScope.System)
        {
            Any =
            [
                "timed out", "timeout", "time out", "timedout", "etimedout", "did not accept our requests to connect",
                "could not connect", "couldnt connect", "unable to connect", "failed to connect", "cannot connect",
                "cant connect", "cannot establish", "can not connect", "connect failed", "connection failed",
                "connection could not", "connection attempt failed", "couldnt establish", "could not establish",
                "unable to establish", "wasnt able to establish", "not able to establish", "failed to establish",
                "establish an smtp connection", "not responding", "did not respond", "does not respond",
                "doesnt respond", "isnt responding", "failed to respond", "no response", "no answer", "didnt respond",
                "hasnt responded", "unresponsive", "does not answer", "not answering", "lost connection",
                "connection lost", "connection dropped", "connection was dropped", "connection died",
                "connection closed", "connection was closed", "connection has been closed", "closed connection",
                "closed the connection", "dropped connection", "dropped the connection", "connection reset",
                "connection was reset", "reset by peer", "connection broken", "broken connection",
                "connection aborted", "connection terminated", "connection interrupted", "hung up", "broken pipe",
                "socket error", "unexpected eof", "unexpected end of", "premature end", "bad connection", "econnreset",
                "connection error", "disconnected", "conversation with", "host unreachable", "host is unreachable",
                "unreachable", "not reachable", "could not be reached", "cannot be reached", "cant be reached",
                "couldnt be reached", "could not reach", "cannot contact", "unable to contact", "could not contact",
                "could not communicate", "unable to reach", "failed to reach", "server is down", "offline",
                "network error", "network problem", "remote server not available", "server not available",
                "delai depasse", "delai expire", "delai d attente", "delai d'attente", "zeituberschreitung",
                "antwortet nicht", "nicht erreichbar", "tiempo de espera", "tiempo agotado", "tempo esgotado",
                "tempo limite", "tempo scaduto", "время ожидания", "*连接超时*", "*超时*", "*タイムアウト*", "nao responde",
                "no responde", "ne repond pas", "find a gateway", "is broken", "abruptly", "greeting failed",
                "connection to remote host failed", "terminated the connection", "is not accepting connections",
                "connection unexpectedly closed", "session timeout",
                "forcibly closed", "not be contacted", "cannot be contacted", "cant be contacted",
                "couldnt be contacted", "did not answer", "didnt answer", "doesnt answer", "never answered",
                "reply in time", "answer in time", "respond in time", "responded in time", "eof while", "eof reading",
                "session terminated", "terminated by remote", "terminated by peer", "terminated by the remote",
                "make a connection", "making a connection", "closed by remote", "closed by peer",
                "closed by foreign host", "closed by the remote", "closed unexpectedly", "unexpectedly closed",
                "remote side closed", "remote end closed", "remote host closed", "server closed", "peer closed",
                "broke the connection", "connection was terminated", "connection was broken", "connection was aborted",
                "connection was lost", "lost the connection", "connect timeout", "connect timed", "idle timeout",
                "delivery timed", "no reply from", "without a reply", "no greeting", "did not greet",
                "initial greeting", "waiting for reply", "waiting for greeting", "waiting for response",
                "waiting for answer", "within the allotted time", "no connection to", "unable to open connection",
                "could not open connection", "could not open a connection", "failed to open connection",
                "unable to initiate", "could not initiate",
                "dropped the line", "dropped by", "socket disconnected", "never received", "delai de connexion",
                "dropped unexpectedly", "econnaborted", "esocket",
                "no smtp greeting", "took too long", "too long to respond", "verbindung wurde",
                "verbindung unterbrochen", "verbindung abgebrochen", "verbindung getrennt", "verbindung verloren",
                "connexion interrompue", "connexion perdue", "connexion fermee", "conexion perdida",
                "conexion cerrada", "conexion interrumpida", "connessione interrotta", "connessione persa",
                "conexao perdida", "conexao encerrada", "соединение разорвано", "соединение прервано",
                "stopped answering", "stopped responding", "no smtp servers were available",
                "no mail servers were available",
                "never replied", "did not reply", "does not reply",
            ],
            Without = ["not available access denied", "dns timed out", "file is broken", "policy", "pipe is broken by"],
        },
        new("timeout.status", Sources.Rfc3463, BounceCategory.Timeout, Soft, BounceScope.System)
        {
            Statuses = ["4.1", "4.2", "4.7"],
            Without = ["rejected", "denied", "refused", "blocked", "busy"],
        },
    ];
}
