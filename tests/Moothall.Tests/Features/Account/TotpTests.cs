using System.Text;
using Moothall.Features.Account.SecondFactor;

namespace Moothall.Tests.Features.Account;

/// <summary>The codes are those every authenticator app shows.</summary>
public sealed class TotpTests
{
    private static readonly byte[] Key = Encoding.ASCII.GetBytes("12345678901234567890");

    // The vectors of RFC 6238, appendix B, of which an app shows the last six digits.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    public void Codes_are_those_of_the_standard(long seconds, string code)
    {
        var step = Totp.StepAt(DateTime.UnixEpoch.AddSeconds(seconds));
        Assert.Equal(code, Totp.Code(Key, step));
    }

    [Theory]
    [InlineData(-31, true)]
    [InlineData(0, true)]
    [InlineData(31, true)]
    [InlineData(-75, false)]
    [InlineData(75, false)]
    public void A_code_is_good_one_step_to_either_side(int secondsOff, bool good)
    {
        var now = DateTime.UnixEpoch.AddSeconds(1_800_000_015);
        var code = Totp.Code(Key, Totp.StepAt(now.AddSeconds(secondsOff)));
        Assert.Equal(good, Totp.StepOf(Key, $" {code[..3]} {code[3..]} ", now) is not null);
    }

    [Fact]
    public void The_key_is_written_in_base_32()
    {
        Assert.Equal("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ", Totp.Written(Key));
        Assert.Equal("MZXW 6YTB", Totp.Written(Encoding.ASCII.GetBytes("fooba")));
        Assert.Equal("MZXW 6YQ", Totp.Written(Encoding.ASCII.GetBytes("foob")));
    }
}
