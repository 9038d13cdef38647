using System.Net;

namespace Moothall.Platform.Operations;

/// <summary>Tells a request made on this machine from every other.</summary>
public static class LocalRequests
{
    private static readonly string[] OwnNames = ["localhost", "127.0.0.1", "[::1]"];

    // A proxy on this machine would make everyone look local.
    private static readonly string[] ProxyHeaders =
    [
        "Forwarded",
        "Via",
        "X-Forwarded-For",
        "X-Forwarded-Host",
        "X-Forwarded-Proto",
        "X-Original-For",
        "X-Original-Host",
        "X-Original-Proto",
        "X-Real-IP",
    ];

    /// <summary>Whether a request was made on this machine, to this machine by name, and not handed on by a proxy.</summary>
    public static bool IsLocal(IPAddress? from, HttpRequest request) =>
        from is not null
        && IPAddress.IsLoopback(from)
        && OwnNames.Contains(request.Host.Host, StringComparer.OrdinalIgnoreCase)
        && !ProxyHeaders.Any(request.Headers.ContainsKey);
}
