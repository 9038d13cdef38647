using Moothall.Features.Account.Joining;

namespace Moothall.Tests.Features.Account;

/// <summary>What everybody tries first is refused; a passphrase is not made to carry digits and signs.</summary>
public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("elevenchars")]
    [InlineData("Password1234!")]
    [InlineData("P@ssw0rd2026!!")]
    [InlineData("passwordpassword")]
    [InlineData("liverpoolfootball")]
    [InlineData("Summer2026Summer")]
    [InlineData("qwertyuiop123456")]
    [InlineData("123456789012")]
    [InlineData("202611230900")]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("xkzqxkzqxkzqxkzq")]
    [InlineData("abcdefghijklmnop")]
    [InlineData("ruby.oneill and more")]
    [InlineData("my name is 0neill")]
    public void Refused(string password)
    {
        Assert.NotNull(
            PasswordRules.Problem(password, "Ruby O'Neill", "ruby.oneill@council.example")
        );
    }

    [Theory]
    [InlineData("correct horse battery staple")]
    [InlineData("kettle-moss-violin")]
    [InlineData("Füchse jagen über Zäune")]
    [InlineData("tXq9!vR2#mLp")]
    [InlineData("summer kettle violin")]
    public void Accepted(string password) =>
        Assert.Null(PasswordRules.Problem(password, "Ruby O'Neill", "ruby.oneill@council.example"));

    [Fact]
    public void A_password_of_any_length_up_to_the_limit_is_judged_quickly()
    {
        var password = string.Concat(Enumerable.Repeat("passwor", 18));
        Assert.NotNull(PasswordRules.Problem(password, "", ""));
        Assert.NotNull(PasswordRules.Problem(new string('x', 129), "", ""));
    }
}
