using Moothall.Platform.Backups;

namespace Moothall.Tests.Platform.Backups;

/// <summary>A code that was written down by hand opens, and a slip of the pen is noticed.</summary>
public sealed class RecoveryCodeTests
{
    [Fact]
    public void A_code_is_read_as_people_type_it_and_a_slip_is_noticed()
    {
        var code = RecoveryCode.New().ToString();
        Assert.Matches("^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$", code);
        var typed = code.ToLowerInvariant().Replace('-', ' ').Replace('0', 'o').Replace('1', 'l');
        Assert.Equal(code, RecoveryCode.Parse(typed)?.ToString());
        var other = code[0] == '7' ? '8' : '7';
        Assert.Null(RecoveryCode.Parse(other + code[1..]));
        Assert.Null(RecoveryCode.Parse(code[..^1]));
    }
}
