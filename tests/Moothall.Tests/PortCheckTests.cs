using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Moothall.Tests;

/// <summary>A port that another program holds is said in a sentence.</summary>
public sealed class PortCheckTests
{
    [Fact]
    public void A_port_in_use_is_named_and_a_free_one_is_not()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var url = string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}");
        Assert.Equal($"Port {port} is in use: choose another with --port.", PortCheck.Problem(url));
        listener.Stop();
        Assert.Null(PortCheck.Problem(url));
        Assert.Null(PortCheck.Problem("http://127.0.0.1:0"));
        Assert.Null(PortCheck.Problem(null));
    }
}
