namespace Moothall.Platform.Operations;

/// <summary>Settings of whoever runs the server, at the top of the configuration.</summary>
public sealed class OperationsOptions
{
    private const int UsualFloor = 500;

    /// <summary>Addresses or networks (10.0.0.0/8) of the proxies whose word about a browser is believed; without any, this machine's own.</summary>
    public IList<string> Proxies { get; } = [];

    /// <summary>What lets a watcher elsewhere read <c>/metrics</c>; empty where only this machine may.</summary>
    public string MetricsToken { get; set; } = "";

    /// <summary>Megabytes that must be free where files lie for the application to call itself ready.</summary>
    public int FreeDiskFloor { get; set; } = UsualFloor;
}
