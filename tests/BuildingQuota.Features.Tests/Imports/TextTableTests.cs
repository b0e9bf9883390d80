using System.Text;
using BuildingQuota.Features.Imports;
using BuildingQuota.Features.Imports.Tables;

namespace BuildingQuota.Features.Tests.Imports;

public sealed class TextTableTests
{
    private const string Text = "代码,名称\nA1,行政中心\n";

    static TextTableTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8", false), InlineData("utf-8", true), InlineData("gb18030", false), InlineData("gbk", false)]
    [InlineData("utf-16", true), InlineData("utf-16", false), InlineData("utf-16BE", true), InlineData("utf-16BE", false)]
    public void Every_encoding_of_the_contract_reads_the_same(string encoding, bool withMark)
    {
        var writer = Encoding.GetEncoding(encoding);
        byte[] bytes = [.. withMark ? writer.GetPreamble() : [], .. writer.GetBytes(Text)];

        var rows = Rows(bytes);

        Assert.Equal(["代码", "名称"], Texts(rows[0]));
        Assert.Equal(["A1", "行政中心"], Texts(rows[1]));
        Assert.Equal(2, rows.Count);
    }

    [Fact]
    public void A_character_that_only_gb18030_has_is_kept()
    {
        Assert.Equal("𠮷", Texts(Rows(Encoding.GetEncoding("gb18030").GetBytes("𠮷,机构\n"))[0])[0]);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused() => AssertRefused("file.encoding-unknown", [0x41, 0xFF, 0xFF, 0x80, 0x0A]);

    [Theory]
    [InlineData("a;b\n1;2\n"), InlineData("a\tb\n1\t2\n"), InlineData("a,b\r\n1,2\r\n"), InlineData("a,b\n1,2")]
    public void Comma_semicolon_and_tab_separate(string text)
    {
        var rows = Rows(Encoding.UTF8.GetBytes(text));

        Assert.Equal(["a", "b"], Texts(rows[0]));
        Assert.Equal(["1", "2"], Texts(Assert.Single(rows.Skip(1))));
    }

    [Fact]
    public void Rows_are_numbered_as_the_sheet_numbers_them_blank_rows_and_line_breaks_in_cells_included()
    {
        var rows = Rows(Encoding.UTF8.GetBytes("a,b\n\n\"two\nlines\",2\n,\nlast,\"x,\"\"y\"\"\"\n"));

        Assert.Equal([1, 3, 5], rows.Where(row => !row.IsBlank).Select(row => row.Number));
        Assert.Equal(["last", "x,\"y\""], Texts(rows[^1]));
    }

    [Fact]
    public void A_quotation_mark_that_never_closes_is_refused() =>
        AssertRefused("file.quotes-broken", Encoding.UTF8.GetBytes("a,b\n\"1,2\n3,4\n"));

    [Fact]
    public void A_spreadsheet_error_is_an_error_and_never_a_value()
    {
        Assert.Equal([CellKind.Error, CellKind.Error, CellKind.Text], Rows("#VALUE!,Err:502,#5"u8.ToArray())[0].Cells.Select(cell =>
            cell.Kind));
    }

    [Theory, InlineData(3, null), InlineData(4, "file.too-many-rows")]
    public void Rows_are_limited(int rows, string? code) =>
        AssertLimit(code, string.Concat(Enumerable.Repeat("1\n", rows + 1)), new() { Rows = 3 });

    [Theory, InlineData(200_000, null), InlineData(200_001, "file.too-many-rows")]
    public void A_file_holds_two_hundred_thousand_rows_below_its_header_whatever_is_blank(int rows, string? code) =>
        AssertLimit(code, "\na\n\n" + string.Concat(Enumerable.Repeat("1\n", rows)) + "\n\n", new());

    [Theory, InlineData(5, null), InlineData(6, "file.too-many-rows")]
    public void Blank_rows_do_not_go_on_forever(int rows, string? code) =>
        AssertLimit(code, "a\n" + string.Concat(Enumerable.Repeat(",\n", rows - 1)), new() { SheetRows = 5 });

    [Theory, InlineData(3, null), InlineData(4, "file.too-many-columns")]
    public void Columns_are_limited(int columns, string? code) =>
        AssertLimit(code, string.Join(',', Enumerable.Repeat("1", columns)) + "\n", new() { Columns = 3 });

    [Theory, InlineData(3, null), InlineData(4, "file.cell-too-long")]
    public void Cells_are_limited(int length, string? code) => AssertLimit(code, new string('1', length) + "\n", new() { CellLength = 3 });

    [Theory]
    [InlineData("a.csv", "PK\u0003\u0004", "file.type-mismatch"), InlineData("a.xlsx", "a,b", "file.type-mismatch"),
        InlineData("a.pdf", "a,b", "file.type-unknown")]
    [InlineData("a.xls", "a,b", "file.type-unknown"), InlineData("a.csv", "", "file.empty"),
        InlineData("a.xlsx", "PK\u0003\u0004 cut off", "file.damaged")]
    public void The_ending_and_the_first_bytes_must_agree(string name, string content, string code)
    {
        var refused = Assert.Throws<UnreadableFileException>(() => TableFile.Open(name, Encoding.Latin1.GetBytes(content), null, new()));
        Assert.Equal(code, refused.Code);
    }

    [Fact]
    public void A_workbook_with_a_password_is_told_from_a_damaged_one()
    {
        var refused = Assert.Throws<UnreadableFileException>(() => TableFile.Open("a.xlsx",
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], null, new()));
        Assert.Equal("file.encrypted", refused.Code);
    }

    private static List<TableRow> Rows(byte[] bytes, ImportLimits? limits = null) =>
        [.. TableFile.Open("table.csv", bytes, null, limits ?? new()).Rows];

    private static string[] Texts(TableRow row) => [.. row.Cells.Select(cell => cell.Text)];

    private static void AssertLimit(string? code, string text, ImportLimits limits)
    {
        if (code is null) Assert.NotEmpty(Rows(Encoding.UTF8.GetBytes(text), limits));
        else Assert.Equal(code, Assert.Throws<UnreadableFileException>(() => Rows(Encoding.UTF8.GetBytes(text), limits)).Code);
    }

    private static void AssertRefused(string code, byte[] bytes) =>
        Assert.Equal(code, Assert.Throws<UnreadableFileException>(() => Rows(bytes)).Code);
}
