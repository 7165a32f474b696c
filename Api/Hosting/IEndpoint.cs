using Microsoft.AspNetCore.Http;

namespace Actors.Api.Hosting;

/// <summary>One operation of the API: one class, one file.</summary>
internal interface IEndpoint
{
    static abstract Operation Operation { get; }

    /// <summary>Called when the key, if one is needed, was found right.</summary>
    static abstract Task<IResult> Handle(Call call);
}
