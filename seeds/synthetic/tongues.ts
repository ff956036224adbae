/**
 * Syllables from which the words of a synthesised register are put together, with other words that go along with a language.
 *
 * The order is that of `inventedNames.csv`: a group of names and a tongue are one. Syllables that stand in several scripts are written
 * with a slash between, so that a name in its own script is the same name.
 */
export interface Tongue {
  /** The language in which it names things, by its code. */
  readonly language: string;
  /** What Norwegian says of those who speak it. */
  readonly adjective: string;
  /** Countries where it is heard, by their codes. */
  readonly countries: string;
  /** Words for an association. */
  readonly kinds: string;
  readonly starts: string;
  readonly middles: string;
  readonly ends: string;
}

export const tongues: readonly Tongue[] = [
  {
    language: 'nb',
    adjective: 'norsk',
    countries: '',
    kinds: 'Foreningen Laget Fellesskapet',
    starts: 'Fjel Sol Nor Hav Lyng Bjer Rog Grøn Stor Hel Ask Ål Vår Myr Tun Øy',
    middles: 've me gar le sta tra ru bor hei lo du ni',
    ends: 'vik dal heim lia berg sund nes rud vang moen bekken stua',
  },
  {
    language: 'se',
    adjective: 'samisk',
    countries: '',
    kinds: 'Searvi Joavku',
    starts: 'Bie Gua Áih Duo Ruo Sáp Vuo Čáh Lea Muo Njá Skui',
    middles: 've ge le mo ra sti va do ni',
    ends: 'lu jávri vággi johka ni ku vuotna ša dat',
  },
  {
    language: 'so',
    adjective: 'somalisk',
    countries: 'SO ET KE DJ',
    kinds: 'Ururka Jaaliyadda Xarunta Midowga',
    starts: 'Saa Dha Xaa Fii Ceel Bur Gaa Hii Waa Nuu Ma Ku Dii Ja Baa Qa',
    middles: 'ra ma la dho wa ba xi ga fa da si ye',
    ends: 'hro mo lo dan ya ro wle ni sho qad xar bo',
  },
  {
    language: 'ar',
    adjective: 'arabisk',
    countries: 'SY IQ LB PS SD YE JO EG MA',
    kinds: 'Jamiyyat/جمعية Rabitat/رابطة Markaz/مركز Multaqa/ملتقى',
    starts:
      'Sa/سا Na/نا Ba/با Ma/ما Ra/را Ja/جا Ha/حا Fa/فا Qa/قا Da/دا Su/سو Nu/نو Bu/بو Ru/رو Wa/وا Zu/زو',
    middles: 'ri/ري la/لا mi/مي da/دا ba/با ni/ني wa/وا si/سي ha/ها ra/را fi/في ya/يا',
    ends: 'lim/ليم din/دين mar/مار bir/بير nun/نون fat/فات riq/ريق sam/سام hab/هاب yan/يان zin/زين dil/ديل',
  },
  {
    language: 'zgh',
    adjective: 'berbisk',
    countries: 'MA DZ TN LY',
    kinds: 'Tamesmunt Agraw',
    starts: 'Ti Ta Az Am Iz Tu Ag Is Ur Am',
    middles: 'zi ma ne gu la ri ssa fu da',
    ends: 'rit zem ghar wan sil nart kel mast dir',
  },
  {
    language: 'pl',
    adjective: 'polsk',
    countries: 'PL',
    kinds: 'Stowarzyszenie Towarzystwo Fundacja Koło',
    starts: 'Zie Bo Wie Ja Gra Ma Ole Sta Brze Dą Kwia Li Mie Świ Klo Wro',
    middles: 'lo ro li sto wi ma no że sze ko ra pi',
    ends: 'nka wiec sko lin czka bów rzyn dek nica lina mierz wna',
  },
  {
    language: 'uk',
    adjective: 'ukrainsk',
    countries: 'UA',
    kinds: 'Spilka/Спілка Tovarystvo/Товариство Hromada/Громада Oseredok/Осередок',
    starts:
      'Ve/Ве Zo/Зо Do/До Ka/Ка Li/Лі Ma/Ма Sta/Ста Ro/Ро Bo/Бо Hru/Гру Svi/Сві Te/Те Yas/Яс Per/Пер Dni/Дні Sho/Шо',
    middles: 'res/рес ly/ли ro/ро ta/та no/но ve/ве ki/кі ma/ма lu/лу za/за bi/бі da/да',
    ends: 'nia/ня vka/вка lyna/лина chyk/чик moria/моря hrad/град ton/тон ryn/рин vets/вець dar/дар nok/нок mir/мир',
  },
  {
    language: 'ru',
    adjective: 'russisk',
    countries: 'RU BY KZ UZ',
    kinds: 'Obsjtsjestvo/Общество Klub/Клуб Sojuz/Союз',
    starts:
      'Be/Бе Ri/Ри Zo/Зо Sne/Сне Lu/Лу Ko/Ко Go/Го Var/Вар Tsi/Ци Mi/Ми Pol/Пол Se/Се Ra/Ра Ol/Ол',
    middles: 're/ре lo/ло no/но vi/ви to/то mu/му ga/га sa/са li/ли do/до',
    ends: 'zka/зка gorsk/горск nino/нино vana/вана len/лен dino/дино tsa/ца slav/слав rod/род nik/ник',
  },
  {
    language: 'lt',
    adjective: 'baltisk',
    countries: 'LT LV EE',
    kinds: 'Bendruomenė Draugija Biedrība Selts',
    starts: 'Žal Ber Gin Mie Sau Rū Vėj Dai Kal Auš Ša Ei Lie Pav',
    middles: 'gi tu ra ni lė mo si va du li',
    ends: 'rė nis ta gala vė lis da kas rija nė ris',
  },
  {
    language: 'bs',
    adjective: 'balkansk',
    countries: 'BA HR RS ME MK SI BG',
    kinds: 'Udruženje Zajednica Društvo',
    starts: 'Ja Dra Vla Mi Zla Bre Slo Go Du Ko Pla Stu Tre Lju',
    middles: 'go ri vo lo nje ba tu sa di no',
    ends: 'vina nica brod šić vac ljub slav rada mir čina tovo',
  },
  {
    language: 'sq',
    adjective: 'albansk',
    countries: 'AL XK MK',
    kinds: 'Shoqata Bashkësia Qendra',
    starts: 'Bes Fla Dri Shpe Kro Gje Liri Va Zja Thë Ha Pri',
    middles: 'a mu ti ra lo ri na ve di shi',
    ends: 'nia tari mira lule gjin kësa ndra bora sia tes',
  },
  {
    language: 'tr',
    adjective: 'tyrkisk',
    countries: 'TR AZ',
    kinds: 'Derneği Birliği Vakfı Topluluğu',
    starts: 'Gü Ay Yıl Ço Ka De Sel Öz Bah Top Ak Er Çi Meh',
    middles: 'ne la dı ra me su bu ya ti lü',
    ends: 'şli çek tepe dağ pınar kaya çer ova soy lar bey gül',
  },
  {
    language: 'ckb',
    adjective: 'kurdisk',
    countries: 'IQ IR TR SY',
    kinds: 'Komeley/کۆمەڵەی Navendî/ناوەندی Yekîtî/یەکێتی',
    starts: 'Ro/رۆ He/هە Ba/با Za/زا Ja/ژا Shi/شی Na/نا So/سۆ Di/دی Ha/ها Ka/کا Gu/گو',
    middles: 'za/زا wa/وا ra/را la/لا ri/ری na/نا ba/با do/دۆ mi/می',
    ends: 'gros/گرۆس war/وار zan/زان lan/لان rin/رین wan/وان hat/هات din/دین mand/مەند yar/یار',
  },
  {
    language: 'fa',
    adjective: 'persisk',
    countries: 'IR AF TJ',
    kinds: 'Anjoman/انجمن Kanoon/کانون Khaneh/خانه',
    starts:
      'Ba/با Go/گو Sha/شا Mo/مو Fa/فا Ni/نی Pa/پا Ra/را So/سو Ma/ما Ta/تا Di/دی Za/زا Omi/امی',
    middles: 'ha/ها li/لی za/زا na/نا da/دا ri/ری ma/ما ro/رو va/وا',
    ends: 'ran/ران zar/زار stan/ستان lan/لان bad/باد far/فر noor/نور vand/وند sham/شام din/دین',
  },
  {
    language: 'ur',
    adjective: 'pakistansk',
    countries: 'PK IN',
    kinds: 'Anjuman-e/انجمن Tanzeem/تنظیم Markaz-e/مرکز',
    starts: 'Gul/گل Chi/چی Na/نا Sha/شا Ro/رو Ma/ما Ba/با Kha/خا Ja/جا Pa/پا Sa/سا Mu/مو Ta/تا',
    middles: 'ri/ری sha/شا ba/با na/نا hi/ہی ra/را wa/وا di/دی za/زا',
    ends: 'war/وار bad/باد pur/پور nagar/نگر zar/زار ran/ران khel/خیل stan/ستان mand/مند wal/وال',
  },
  {
    language: 'hi',
    adjective: 'sørasiatisk',
    countries: 'IN NP BD LK',
    kinds: 'Samaj Sangam Sabha Parishad',
    starts: 'San Bha Pra Lak Go Ma Ka Su Ne Ra Vi Ha An De',
    middles: 'ti ra sa ku na li da va mi ja',
    ends: 'pur sagar nath wati mala gram van deep rani sthan',
  },
  {
    language: 'ta',
    adjective: 'tamilsk',
    countries: 'LK IN',
    kinds: 'Sangam/சங்கம் Manram/மன்றம் Kazhagam/கழகம்',
    starts: 'Ka/க Ma/ம Pa/ப Va/வ Na/ந Tha/த Ci/சி Mu/மு Ku/கு Po/பொ Ne/நெ Vi/வி',
    middles: 'la/ல ra/ர na/ன ya/ய va/வ ri/ரி ni/னி lai/லை thi/தி',
    ends: 'malar/மலர் vil/வில் kai/கை thai/தை yan/யன் ran/ரன் mani/மணி nadu/நாடு oli/ஒளி cholai/சோலை',
  },
  {
    language: 'ti',
    adjective: 'eritreisk',
    countries: 'ER ET',
    kinds: 'Mahber/ማሕበር Maekel/ማእከል Hade/ሓድነት',
    starts: 'Se/ሰ Be/በ Me/መ Fa/ፋ Ha/ሃ Te/ተ Ka/ካ Wi/ዊ Zu/ዙ Ge/ገ De/ደ Le/ለ Ne/ነ',
    middles: 'la/ላ ri/ሪ ma/ማ wi/ዊ na/ና ta/ታ sa/ሳ de/ደ bi/ቢ',
    ends: 'bet/ቤት lam/ላም zen/ዘን hay/ሃይ rat/ራት nus/ኑስ dem/ደም yat/ያት gel/ገል mer/መር',
  },
  {
    language: 'sw',
    adjective: 'afrikansk',
    countries: 'CD RW BI TZ UG KE GH NG GM SN CM',
    kinds: 'Umoja Chama Amicale Jumuiya',
    starts: 'Ba Mu Ki Nya Ka Lu Mwa Ta Bo Ju Zu Ru Ma Li',
    middles: 'ka ma lu ngo ra bi sha wa te ndi',
    ends: 'mba ni wezi kundu lika ngo zima tele rungu sana maji',
  },
  {
    language: 'vi',
    adjective: 'vietnamesisk',
    countries: 'VN',
    kinds: 'Hội Câu-lạc-bộ Liên-đoàn',
    starts: 'Lạc Hồ Thanh Kim Mai Hoa Tân Long Bình Xuân Ngọc Phú Đông Sơn',
    middles: 'an mi lo ta ve sa du no',
    ends: 'hương tâm sen vân hải giang minh lan sơn thủy phong châu',
  },
  {
    language: 'zh',
    adjective: 'kinesisk',
    countries: 'CN TW',
    kinds: 'Xiehui/协会 Shetuan/社团 Lianhe/联合会',
    starts: 'Ming/明 Hua/华 Tian/天 Yu/玉 Chun/春 He/和 An/安 Bei/北 Dong/东 Fu/福 Hai/海 Lan/兰',
    middles: 'de/德 xin/新 li/丽 jia/嘉 rong/荣 wen/文 ping/平 yi/义',
    ends: 'shan/山 hua/花 feng/风 yuan/园 guang/光 he/河 lin/林 yun/云 lou/楼 xing/星',
  },
  {
    language: 'th',
    adjective: 'sørøstasiatisk',
    countries: 'TH PH MM',
    kinds: 'Samakhom/สมาคม Chomrom/ชมรม',
    starts: 'Sa/สา Ma/มา Pha/ผา Ra/รา Na/นา Cha/ชา Bua/บัว Kan/กาน Si/ศรี Wa/วา',
    middles: 'ri/ริ la/ลา na/นา wa/วา ma/มา ta/ตา',
    ends: 'phon/พร wan/วัน rat/รัตน์ chai/ชัย thong/ทอง dao/ดาว nam/น้ำ suk/สุข',
  },
  {
    language: 'es',
    adjective: 'latinamerikansk',
    countries: 'CL CO VE PE BR BO EC',
    kinds: 'Asociación Círculo Colectivo Casa',
    starts: 'Al Ro Lu Ma Pa Que Vi Co Flo Sa Tri Ven Ar Ca',
    middles: 'ba ri lo me ta ra ni du ca ve',
    ends: 'leda zul mar ños rada tana villa rosa lindo quín dera mora',
  },
  {
    language: 'en',
    adjective: 'internasjonal',
    countries: 'US GB DE NL FR HU GR AM GE',
    kinds: 'Society Verein Cercle Egylet',
    starts: 'Har Bel Mon Vel Cas Fen Lor Wil Tor Gal Mar Pen',
    middles: 'mo le ri ta ve no la di ro si',
    ends: 'field ton ville mark wood stein ley burn dale court gate well',
  },
];
