using System.Net;
using System.Net.Sockets;
using System.Text;
using Actors.Silo.Commands;
using Actors.Silo.Configuration;

namespace Actors.Silo.Doctor;

/// <summary>Whether each port is free, or taken by this very server.</summary>
internal static class Ports
{
    public static async IAsyncEnumerable<Finding> Look(Patient patient)
    {
        foreach (var path in RelationRules.Listeners)
        {
            var value = patient.Configuration.At(path);
            if (IPEndPoint.TryParse(value.Text, out var endPoint))
                yield return await Look(value.Option.Flag, path, endPoint, patient);
        }
    }

    private static async Task<Finding> Look(string flag, string path, IPEndPoint endPoint, Patient patient)
    {
        var subject = $"port {endPoint}";
        switch (MachineRules.Bind(endPoint))
        {
            case null:
                return Finding.Ok(subject, $"is free ({flag})");
            case SocketError.AddressAlreadyInUse:
                var answers = path switch
                {
                    "Http:Listen" => await AnswersHttp(endPoint, patient),
                    "Submission:Listen" or "Inbound:Listen" => await Greets(endPoint, patient),
                    _ => Desk(patient), // behind TLS; who holds the data folder holds this one
                };
                return answers
                    ? Finding.Ok(subject, "is served by this server")
                    : Finding.Fail(
                        subject, "is taken by another program",
                        $"Stop it ('ss -ltnp' names it) or choose another port with {flag}.");
            case var error:
                return Finding.Fail(subject, $"cannot be listened on ({error})", $"Choose another with {flag}.");
        }
    }

    private static bool Desk(Patient patient) =>
        Directory.Exists(patient.Settings.Data) && Desks.IsHeld(patient.Settings.Data);

    private static async Task<bool> AnswersHttp(IPEndPoint endPoint, Patient patient)
    {
        using var http = new HttpClient { Timeout = patient.Patience };
        try
        {
            var health = await http.GetStringAsync(new Uri(Reachable.Http(endPoint), "healthz"));
            return health.Contains("\"ok\"", StringComparison.Ordinal);
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    private static async Task<bool> Greets(IPEndPoint endPoint, Patient patient)
    {
        using var limit = new CancellationTokenSource(patient.Patience, patient.Time);
        using var client = new TcpClient(endPoint.AddressFamily);
        try
        {
            await client.ConnectAsync(Reachable.EndPoint(endPoint), limit.Token);
            var line = new byte[512];
            var read = await client.GetStream().ReadAsync(line, limit.Token);
            return Encoding.ASCII.GetString(line, 0, read)
                .StartsWith($"220 {patient.Settings.HostName} ", StringComparison.Ordinal);
        }
        catch (Exception fault) when (fault is SocketException or IOException or OperationCanceledException)
        {
            return false;
        }
    }
}
