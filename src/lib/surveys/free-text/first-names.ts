/**
 * Common first names in Sweden, in the languages that people here have, written down by hand: a list of what names look
 * like, not of anybody. In small letters.
 */
const listOf = (names: string): ReadonlySet<string> => new Set(names.split(/\s+/).filter(Boolean));

/** Names that are no other word in Swedish: found in small letters too. */
export const firstNames = listOf(`
	anna eva maria karin kristina christina lena kerstin sara sarah emma ingrid marie malin jenny annika hanna hannah
	susanne linda birgitta monica monika sofia sofie johanna gunilla carina elin helena emelie camilla ulla inger marianne
	katarina catarina margareta ida anette annette åsa åse julia siv amanda elisabeth elisabet barbro ann-marie annelie anneli
	ellen josefin josefine agneta yvonne moa berit gun pia therese terese lisa lovisa cecilia matilda louise alice ebba frida
	mia rebecka rebecca jessica klara clara lina lars mikael michael anders johan erik eric karl carl peter petter jan tomas
	thomas daniel fredrik hans andreas stefan mats magnus mattias marcus markus jonas bengt alexander niklas nicklas bo-göran
	leif martin patrik patric björn-erik nils henrik christer krister joakim jimmy simon christoffer kristoffer anton robert
	richard rickard rikard linus tobias viktor victor david emil lennart göran kjell håkan roger urban roland jörgen robin
	olof olle pelle kalle lasse nisse ola rolf ulf arne åke gösta sven gunnar ingvar ingemar kenneth kent tommy ronny conny
	jerker torbjörn thorbjörn filip philip oscar oskar elias hugo lucas lukas william liam noah adam axel vincent gustav gustaf
	ludvig albin edvin melvin isak isac theo arvid viggo albert sixten benjamin samuel jakob jacob josef joseph gabriel
	mohamed mohammed muhammed mohammad muhammad ahmed ahmad ali hassan hussein hossein omar umar ibrahim yusuf yousef yosef
	mahmoud mahmud mustafa abdullah abdul abdi abdirahman khalid khaled bilal hamza karim kareem tariq samir amir amira nadia
	fatima fatma fatuma aisha ayesha amina aminah maryam mariam zahra zainab zeinab khadija halima hodan hawa sahra ayan
	yasmin jasmin leila layla layal nour noor rania reem hala huda samira farah shirin parisa reza mehdi hamid farid farhad
	abbas jamal jamila rahim latif nasrin nasim soraya ghazal hamed masoud navid omid samaneh mina roya shahin zohreh
	tekle tesfay haben selam semhar yonas dawit tsegay mehret helen rahel winta filmon kidane berhane
	olena oleksandr oksana natalia natalya iryna irina svetlana tatiana tetiana yulia yuliia andrij dmytro serhiy volodymyr
	vladimir igor sergej ivan katarzyna agnieszka malgorzata piotr krzysztof tomasz pawel jaroslav goran dragan zoran milan
	marija jelena jasmina amela emina adnan emir mirza senad aida azra lejla
	aino helmi tuula pirkko päivi riitta liisa anneli-maria juhani jukka matti timo pekka antti mikko kari-pekka seppo
	carlos josé jose juan luis miguel pedro francisco guadalupe fernanda alejandra diego maricel nguyen linh thi
	alva astrid elsa ella selma signe stina tyra vera wilma tilda thea tuva ronja nova-li saga-lo edith majken maja maya
	kevin dennis sebastian pontus jesper rasmus casper kasper joel jonathan jonatan hampus felix max-emil leo-noel noel
	sanna emmy evelina felicia fanny victoria viktoria madeleine charlotte charlotta caroline karolina carolina ulrika
	mona gudrun solveig vivianne gunnel ingela ingegerd majbritt maj-britt britt-marie anne-marie annmarie ann-sofie
	erika angelica angelika michaela mikaela veronica veronika linnéa linnea lotta lotten titti kicki kattis bosse janne
	nina tina gina petra sandra diana martina angela paula olga vanessa natalie nathalie isabelle isabella emilia
`);

/** Names that are also words: only with a capital. */
export const firstNamesThatAreWords = listOf(`
	björn sten stig bo per tor dag liv my linn ros kim love max leo ann gun rut ruth bror kaj kai lo mats karl stella
	viola iris lilja saga nova hedda siri alma vide ask björk tage åke ove ture fia pär hope grace faith april juni august
	gro bodil mi tim tom ben ted roy sam lars-åke jan eva-lo ester esther tove ulv vera sally kari marit man elf vilja
	abel mio milo charlie rosa jasmine nour sol star isa elli frej alf alva ines ingen-ida
`);
