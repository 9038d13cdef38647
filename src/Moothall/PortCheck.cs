using System.Net;
using System.Net.Sockets;

namespace Moothall;

/// <summary>Whether the addresses to listen on are free, asked before anything is prepared or thrown away.</summary>
public static class PortCheck
{
    /// <summary>What stands in the way of listening there.</summary>
    /// <returns>A sentence for the screen about the first port that another program holds; nothing where all are free.</returns>
    /// <param name="urls">The addresses, separated by semicolons, as the host takes them; others than this machine's own are left to it.</param>
    public static string? Problem(string? urls)
    {
        foreach (var url in (urls ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            // Port 0 asks for whichever is free.
            if (
                Uri.TryCreate(url.Trim(), UriKind.Absolute, out var address)
                && address.IsLoopback
                && address.Port > 0
                && IsTaken(address.Port)
            )
            {
                return $"Port {address.Port} is in use: choose another with --port.";
            }
        }

        return null;
    }

    private static bool IsTaken(int port)
    {
        foreach (var own in new[] { IPAddress.Loopback, IPAddress.IPv6Loopback })
        {
            try
            {
                using var listener = new TcpListener(own, port);
                listener.Start();
            }
            catch (SocketException fault)
                when (fault.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                return true;
            }
            catch (SocketException)
            {
                // A machine without IPv6, or a port that is not this user's to open: the server itself says so.
            }
        }

        return false;
    }
}
