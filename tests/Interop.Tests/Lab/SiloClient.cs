using System.Net;
using System.Text.Json.Nodes;

namespace Actors.Interop.Tests.Lab;

/// <summary>What the lab's tests ask of the silo's HTTP API, as the tenant of the first start and as the
/// operator.</summary>
internal sealed class SiloClient : IDisposable
{
    private readonly ApiClient tenant;
    private readonly ApiClient platform;

    /// <param name="evidence">What to show when a message does not come so far as it should.</param>
    public SiloClient(
        NetworkNamespace network, IPEndPoint server, string apiKey, string operatorKey, Func<string> evidence)
    {
        tenant = new ApiClient(network, server, apiKey, evidence);
        platform = new ApiClient(network, server, operatorKey, evidence);
    }

    /// <summary>Submits, and returns the message's id.</summary>
    public async Task<string> Send(object mail) => (await tenant.Post("messages", mail)).Text("id");

    /// <returns>The status code and the body of a submission that may be refused.</returns>
    public Task<(HttpStatusCode Status, string Body)> TrySend(object mail) =>
        tenant.Try(HttpMethod.Post, "messages", mail);

    /// <summary>Waits until all recipients have one of the statuses.</summary>
    /// <returns>The recipients as the API shows them.</returns>
    public Task<JsonArray> Until(string id, params string[] statuses) => tenant.Until(id, statuses);

    /// <summary>The id of the newest message for a recipient, however it was handed in.</summary>
    public async Task<string> NewestFor(string recipient) => (await AllFor(recipient))[0]!.Text("message");

    /// <summary>How many messages for a recipient have been accepted, however they were handed in.</summary>
    public async Task<int> CountFor(string recipient) => (await AllFor(recipient)).Count;

    /// <summary>Waits for the one recipient of a message.</summary>
    public async Task<JsonNode> One(string id, params string[] statuses) =>
        (await Until(id, statuses)).ShouldHaveSingleItem()!;

    /// <summary>Waits for an event of the message.</summary>
    public Task<JsonNode> Happened(string type, string id) => tenant.Happened(type, id);

    public Task Retry(string id) => tenant.Post($"messages/{id}/retry");

    public Task Cancel(string id) => tenant.Post($"messages/{id}/cancel");

    public Task SetLiveDelivery(bool enabled) => platform.Put("admin/live-delivery", new { enabled });

    public Task AddSender(string sender) => platform.Post("admin/tenants/demo/senders", new { sender });

    /// <summary>Registers an address and has its mail signed.</summary>
    /// <returns>The sender's id.</returns>
    public async Task<string> SetCertificate(string email, byte[] file, string password)
    {
        var id = (await tenant.Post("senders", new { email })).Text("id");
        await tenant.Put($"senders/{id}/certificate", new { file = Convert.ToBase64String(file), password });
        return id;
    }

    public Task RemoveCertificate(string sender) => tenant.Delete($"senders/{sender}/certificate");

    /// <summary>What the built-in receiver got for the subject, raw.</summary>
    public async Task<byte[]> FromSandbox(string subject)
    {
        var list = (await tenant.Get("sandbox/messages?limit=100"))["data"]!.AsArray();
        var id = list.First(mail => mail!.Text("subject") == subject)!.Text("id");
        return await tenant.ReadOctets($"sandbox/messages/{id}/raw");
    }

    public void Dispose()
    {
        tenant.Dispose();
        platform.Dispose();
    }

    private async Task<JsonArray> AllFor(string recipient) =>
        (await tenant.Get($"messages?recipient={Uri.EscapeDataString(recipient)}"))["data"]!.AsArray();
}
